import { CloudOff, Info } from "lucide-react";
import { Banner } from "./banner.tsx";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { EmptyState } from "./empty-state.tsx";
import { ErrorState } from "./error-state.tsx";
import { Progress } from "./progress.tsx";
import { Skeleton, SkeletonText } from "./skeleton.tsx";
import { Spinner } from "./spinner.tsx";

export function StatesShowcase() {
  return (
    <>
      <div className="grid grid-cols-1 gap-5 md:grid-cols-2">
        <EmptyState title="Nothing needs you">
          Levels, decisions and answers were looked at this morning. Enjoy the quiet.
        </EmptyState>
        <EmptyState
          title="No record yet"
          picture="path"
          actions={<Button look="primary">Bring your record</Button>}
          level={3}
        >
          A spreadsheet of past decisions is enough to see who has been deciding.
        </EmptyState>
        <EmptyState title="Nobody else is here yet" picture="path" compact level={3}>
          Invite somebody by link.
        </EmptyState>
        <ErrorState title="The record could not be read" level={3} actions={<Button>Try again</Button>}>
          No connection just now. What you typed is kept; try again when you are back.
        </ErrorState>
      </div>
      <EmptyState title="You are the first one here" picture="path" compact level={3}>
        The same across a whole page.
      </EmptyState>
      <div className="grid gap-3">
        <Banner tone="brass" icon={<CloudOff />} actions={<Button size="sm">Try now</Button>}>
          No connection. You can go on reading; what you write is kept.
        </Banner>
        <Banner icon={<Info />}>This shows the record as it stood on 11 July 2018.</Banner>
        <Banner tone="clay">Sign-up is closed. Ask somebody who is in for an invitation.</Banner>
        <Banner tone="plum">Only you see this page.</Banner>
        <Banner tone="pasture">All 736 rows are on the record.</Banner>
      </div>
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-3">
        <Card title="On its way">
          <SkeletonText label="The text is on its way" />
          <div className="mt-4 flex items-center gap-3">
            <Skeleton round className="size-9" />
            <Skeleton className="h-4 flex-1" />
          </div>
        </Card>
        <Card title="How far it has come">
          <div className="grid gap-5">
            <Progress label="Reading rows" done={3200} total={10000} text="3,200 of 10,000 rows" />
            <Progress label="All there" done={10} total={10} text="10 of 10" />
            <Progress label="Nobody knows how long" />
          </div>
        </Card>
        <Card title="Just a moment">
          <span className="inline-flex items-center gap-2 text-ink-2">
            <Spinner /> Signing in
          </span>
        </Card>
      </div>
    </>
  );
}
