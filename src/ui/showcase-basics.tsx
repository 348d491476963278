import {
  Check,
  Clock,
  Compass,
  Download,
  Ellipsis,
  Hand,
  Lock,
  Mail,
  Plus,
  TrendingUp,
  TriangleAlert,
} from "lucide-react";
import { Avatar, AvatarStack } from "./avatar.tsx";
import { Badge } from "./badge.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { Button } from "./button.tsx";
import { Card } from "./card.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { IconButton } from "./icon-button.tsx";
import { Kbd } from "./kbd.tsx";
import { LinkButton, textLink } from "./link-button.tsx";
import { Stat } from "./stat.tsx";
import { Time } from "./time.tsx";
import { Tooltip } from "./tooltip.tsx";

const people = [
  "Nomsa Mbeki",
  "Amara Obi",
  "Bongani Khumalo",
  "Chen Li",
  "Divya Rao",
  "Efua Frempong",
  "Grace Rossi",
  "Hana Sato",
];
const row = "flex flex-wrap items-center gap-3";

export function ActionsShowcase() {
  return (
    <>
      <div className={row}>
        <Button look="primary" icon={<Plus aria-hidden="true" size={17} />}>
          Open a decision
        </Button>
        <Button icon={<Hand aria-hidden="true" size={17} />}>Step in</Button>
        <Button look="quiet">Not now</Button>
        <Button look="danger">Remove</Button>
        <LinkButton href="#actions" icon={<Download aria-hidden="true" size={16} />}>
          Export as CSV
        </LinkButton>
        <IconButton label="More" look="plain" icon={<Ellipsis aria-hidden="true" size={18} />} />
        <IconButton label="More, quietly" icon={<Ellipsis aria-hidden="true" size={18} />} />
      </div>
      <div className={row}>
        <Button look="primary" busy>
          Opening
        </Button>
        <Button disabled>Not yet</Button>
        <Button why="A lead of this team, or of one above it, can do this. Ask them.">Invite somebody</Button>
        <Button size="sm">Small</Button>
        <Button size="lg" look="primary">
          Large
        </Button>
        <Button>
          A button whose words are long because the language it is said in needs that many of them to say it well
        </Button>
      </div>
      <div className={row}>
        <Tooltip content="A remark on hover and on focus. Escape takes it away.">
          <button type="button" className={textLink}>
            Something with a remark
          </button>
        </Tooltip>
        <a className={textLink} href="#actions">
          A link in a text
        </a>
        <span className="inline-flex items-center gap-1.5 text-sm text-ink-2">
          <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> goes anywhere
        </span>
        <span className="text-sm text-ink-2">
          Opened <Time value={new Date(Date.now() - 5 * 86_400_000).toISOString()} locale="en" zone="Europe/Paris" />
        </span>
      </div>
    </>
  );
}

export function SurfacesShowcase() {
  return (
    <>
      <div className={row}>
        <Badge>Two-way door</Badge>
        <Badge tone="pasture" icon={<TrendingUp aria-hidden="true" />}>
          6 moved ahead
        </Badge>
        <Badge tone="brass" icon={<Clock aria-hidden="true" />}>
          you speak last
        </Badge>
        <Badge tone="clay" icon={<TriangleAlert aria-hidden="true" />}>
          1 objection stands
        </Badge>
        <Badge tone="sky" icon={<Mail aria-hidden="true" />}>
          sealed, 4 of 7 spoke
        </Badge>
        <Badge tone="plum" icon={<Lock aria-hidden="true" />}>
          only you see this
        </Badge>
      </div>
      <div className={row}>
        {people.map((name) => (
          <Avatar key={name} name={name} alone />
        ))}
        <Avatar name="Ólafur" alone size="sm" />
        <Avatar name="محمد علي" alone />
        <Avatar name="李 小龍" alone size="lg" />
        <AvatarStack label="Held by" people={people.slice(0, 3).map((name) => ({ name }))} />
        <AvatarStack label="Held by" people={people.map((name) => ({ name }))} size="md" />
      </div>
      <div className="grid grid-cols-1 items-start gap-5 md:grid-cols-3">
        <Card title="Proposal" note="round 1">
          <p className="text-ink-2">
            Hold the incident review every <strong className="text-ink">Thursday at 10:00</strong> instead of Monday,
            forty-five minutes, led in turn by whoever was on call.
          </p>
        </Card>
        <Card
          tone="brass"
          title="This week's look"
          icon={<Compass aria-hidden="true" size={18} className="text-brass" />}
          note={<Badge tone="brass">Intent</Badge>}
        >
          <p className="flex items-start gap-2 text-sm text-ink-2">
            <Check aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-pasture-ink" /> Voice, support, load,
            levels, wins, absence: looked at, quiet.
          </p>
        </Card>
        <Card
          tone="plum"
          title="Your mirror"
          level={3}
          icon={<Lock aria-hidden="true" size={16} />}
          note="only you see this"
        >
          <p className="text-sm text-ink-2">
            You spoke first in <strong className="text-ink">1 of 9</strong> rounds this month. In June it was 6 of 8.
          </p>
        </Card>
      </div>
      <Card title="Facts about one thing" lead="Terms and what they are.">
        <DefinitionList
          items={[
            { key: "who", term: "Decided by", value: "A delegate, Barry Warsaw" },
            { key: "when", term: "Time to decide", value: "23 days" },
            {
              key: "long",
              term: "A long one",
              value:
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, and a sentence that goes on for longer than one line has room for",
            },
          ]}
        />
      </Card>
      <div className="grid grid-cols-2 gap-6 sm:grid-cols-4">
        <Stat label="Decisions on the record" value="736" note="428 with a verdict" />
        <Stat label="Median time to decide" value="98 days" note="middle half 30 to 301" />
        <Stat label="Handed over in 2013" value="61 %" note="34 of 56" />
        <Stat label="Decided by their author" value="4" note="426, 440, 459, 503" />
      </div>
      <Breadcrumb
        label="Where this stands"
        trail={[
          { key: "a", node: <a href="#surfaces">Decisions</a> },
          { key: "b", node: <a href="#surfaces">Incident response</a> },
          { key: "c", node: "Move incident reviews to Thursdays" },
        ]}
      />
    </>
  );
}
