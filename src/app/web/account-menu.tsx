import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { useState } from "react";
import { keepLanguage, spokenLocale, wordsOf } from "../../foundation/words-browser.ts";
import { usePlace } from "../../people/web/place.tsx";
import { peopleClient } from "../../people/web/session.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import { keptTheme, setTheme, type Theme, themes } from "../../ui/theme.ts";
import { toast } from "../../ui/toast.ts";
import type en from "./words.en.json";

const say = wordsOf<typeof en>("app");

/** Ends the session, forgets what was read, and begins anew at the start. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const end = peopleClient.useDo("signOut");
  return () =>
    end.mutate(
      {},
      {
        onSuccess() {
          queries.clear();
          location.assign("/sign-in");
        },
        onError: (error) => toast.error(error.message),
      },
    );
}

/** Me: my page, how it looks, the language, signing out. */
export function AccountMenu() {
  const { workspace, my } = usePlace();
  const [theme, show] = useState(keptTheme);
  const signOut = useSignOut();
  const { me } = workspace;
  const profile = peopleClient.useDo("changeProfile");
  const speak = (locale: string) =>
    profile.mutate(
      { workspace: workspace.id, name: me.name, timeZone: me.timeZone, locale: locale as "en" | "ar" },
      { onSuccess: () => keepLanguage(locale), onError: (error) => toast.error(error.message) },
    );
  return (
    <LazyMenu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-3 rounded-xl px-2.5 py-2 text-start hover:bg-hover"
        >
          <Avatar name={me.name} id={me.id} size="sm" />
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-semibold">{me.name}</span>
            <span className="block truncate text-xs text-ink-2">{my.email}</span>
          </span>
          <ChevronsUpDown aria-hidden="true" size={15} className="shrink-0 text-ink-2" />
        </button>
      }
      items={[
        {
          key: "me",
          label: say("nav.me"),
          icon: <UserRound aria-hidden="true" size={17} />,
          link: <Link to="/w/$workspace/me" params={{ workspace: workspace.slug }} />,
        },
        { key: "line", separator: true },
        {
          key: "theme",
          label: say("account.theme"),
          value: theme,
          choices: themes.map((value) => ({ value, label: say(`account.${value}`) })),
          onValue(value) {
            setTheme(value as Theme);
            show(value as Theme);
          },
        },
        {
          key: "language",
          label: say("account.language"),
          value: spokenLocale(),
          choices: [
            { value: "en", label: <span lang="en">{say("account.en")}</span> },
            { value: "ar", label: <span lang="ar">{say("account.ar")}</span> },
          ],
          onValue: speak,
        },
        { key: "line2", separator: true },
        {
          key: "out",
          label: say("account.sign_out"),
          icon: <LogOut aria-hidden="true" size={17} className="rtl:-scale-x-100" />,
          onSelect: signOut,
        },
      ]}
    />
  );
}
