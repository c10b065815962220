import { useMemo, type ReactNode } from "react";
import { ChangeChart } from "../charts/ChangeChart.js";
import { classNames } from "../charts/classNames.js";
import { FieldGlyph, slotClass } from "../charts/FieldGlyph.js";
import { ShareBar } from "../charts/ShareBar.js";
import { leadingDomain } from "../layout/arcSeries.js";
import { slotOf } from "../layout/fieldSlot.js";
import { barShare, barWords, isBar, isChange, placeChange, type BarMetric, type ChangeMetric } from "../layout/metricChart.js";
import { roleName } from "../layout/roleBars.js";
import type { Achievement, Career } from "../model/career.js";
import { capitalize } from "../lib/format.js";
import type { Metric } from "../model/document.js";
import { metricText } from "../model/metricText.js";
import { Extra } from "./Extra.js";
import { useMore } from "./hooks/useMore.js";
import { useSeen } from "./hooks/useSeen.js";
import { useMatches, useTimeline, useTimelineContext } from "./hooks/useTimeline.js";

interface Item<M extends Metric = Metric> {
  readonly key: string;
  readonly metric: M;
  readonly achievement: Achievement;
  readonly slot: number;
  /** "Carousell, package guidelines". */
  readonly source: string;
}

const CHANGE_LIMIT = 9;
const BAR_LIMIT = 8;
const LEDGER_LIMIT = 24;

interface Items {
  readonly change: readonly Item<ChangeMetric>[];
  readonly bar: readonly Item<BarMetric>[];
  readonly figure: readonly Item[];
}

function itemsOf(career: Career): Items {
  const roles = new Map(career.roles.map((role) => [role.id, role]));
  const inTime = [...career.achievements].sort((a, b) => a.centre - b.centre || a.index - b.index);
  const items = inTime.flatMap((achievement) =>
    achievement.metrics.map((metric, i): Item => {
      const role = roles.get(achievement.roleId);
      return {
        key: `${achievement.id} ${i}`,
        metric,
        achievement,
        slot: slotOf(career, leadingDomain(achievement)),
        source: [role ? roleName(role) : "", achievement.short].filter(Boolean).join(", "),
      };
    }),
  );
  return {
    change: items.filter((item): item is Item<ChangeMetric> => isChange(item.metric)),
    bar: items.filter((item): item is Item<BarMetric> => isBar(item.metric)),
    figure: items.filter(({ metric }) => !isChange(metric) && !isBar(metric)),
  };
}

/** Every figure that matches, once: changes as dumbbells, parts of a whole as bars, the rest as a ledger. */
export function MetricsSections(): ReactNode {
  const career = useTimeline((state) => state.career);
  const matches = useMatches();
  const { idPrefix } = useTimelineContext();
  const all = useMemo(() => itemsOf(career), [career]);
  // What a filter leaves out is counted, not shown: a chart in grey says nothing.
  const viewport = useSeen();
  const isIn = ({ achievement: { id, window } }: Item): boolean => matches?.has(id) !== false && (viewport === null || (window.from < viewport.to && window.to > viewport.from));
  const limits = matches === null ? "this range" : viewport === null ? "this filter" : "this filter or range";
  const [change, bar, figure] = [all.change.filter(isIn), all.bar.filter(isIn), all.figure.filter(isIn)];
  const [changes, bars, figures] = [useMore(change, CHANGE_LIMIT, "changes"), useMore(bar, BAR_LIMIT, "shares"), useMore(figure, LEDGER_LIMIT, "figures")];
  return (
    <>
      {all.change.length + all.bar.length === 0 ? null : (
        <section aria-labelledby={`${idPrefix}changed`}>
          <h2 id={`${idPrefix}changed`}>What changed</h2>
          <p className="sub">Changes and shares.{change.some(({ metric }) => metric.kind !== "before_after") ? " Broken line, open ends: the change is stated, its start and end values are not." : ""}</p>
          <Outside of={all.change.length + all.bar.length} shown={change.length + bar.length} limits={limits} />
          <Extra total={changes.shown.length} limit={changes.limit} what="changes">
            {change.length === 0 ? null : <ul className="cards changes">{changes.shown.map((item, i) => <ChangeCard key={item.key} item={item} extra={i >= changes.limit} />)}</ul>}
          </Extra>
          {changes.button}
          <Extra total={bars.shown.length} limit={bars.limit} what="shares">
            {bar.length === 0 ? null : <ul className="cards bars">{bars.shown.map((item, i) => <BarCard key={item.key} item={item} extra={i >= bars.limit} />)}</ul>}
          </Extra>
          {bars.button}
        </section>
      )}
      {all.figure.length === 0 ? null : (
        <section aria-labelledby={`${idPrefix}ledger`}>
          <h2 id={`${idPrefix}ledger`}>Counts, times and firsts</h2>
          <p className="sub">Each figure stands alone.</p>
          <Outside of={all.figure.length} shown={figure.length} limits={limits} />
          <Extra total={figures.shown.length} limit={figures.limit} what="figures">
            {figure.length === 0 ? null : <ul className="ledger">{figures.shown.map((item, i) => <LedgerRow key={item.key} item={item} extra={i >= figures.limit} />)}</ul>}
          </Extra>
          {figures.button}
        </section>
      )}
    </>
  );
}

interface CardProps<M extends Metric = Metric> {
  readonly item: Item<M>;
  readonly extra: boolean;
}

const cardClass = ({ item, extra }: CardProps): string | undefined => classNames(slotClass(item.slot), extra && "extra");

/** "4 others are outside this filter." */
function Outside({ of, shown, limits }: { readonly of: number; readonly shown: number; readonly limits: string }): ReactNode {
  const out = of - shown;
  if (out === 0) return null;
  return <p className="sub">{shown === 0 ? `All ${out}` : out === 1 ? "1 other" : `${out} others`} {out === 1 && shown > 0 ? "is" : "are"} outside {limits}.</p>;
}

function Source({ item }: { readonly item: Item }): ReactNode {
  return <small><FieldGlyph slot={item.slot} /> <span dir="auto">{item.source}</span></small>;
}

function ChangeCard(props: CardProps<ChangeMetric>): ReactNode {
  const { item } = props;
  const { metric } = item;
  const placement = placeChange(metric);
  const { figure } = metricText(metric);
  return (
    <li className={cardClass(props)}>
      <h3 dir="auto">{capitalize(metric.of)}<span className="sr">: {figure}{placement.computed ? ` (${placement.computed.text})` : ""}</span></h3>
      <Source item={item} />
      {metric.note === undefined ? null : <small dir="auto">{metric.note}</small>}
      <ChangeChart placement={placement} />
    </li>
  );
}

function BarCard(props: CardProps<BarMetric>): ReactNode {
  const { item } = props;
  const { metric } = item;
  const { figure, denominator } = barWords(metric);
  return (
    <li className={cardClass(props)}>
      <h3 dir="auto"><b>{figure}</b>{denominator}{metric.kind === "share" && metric.note !== undefined ? <i>{metric.note}</i> : null}</h3>
      <ShareBar share={barShare(metric)} />
      <Source item={item} />
    </li>
  );
}

function LedgerRow(props: CardProps): ReactNode {
  const { item } = props;
  const { figure, words } = metricText(item.metric);
  return (
    <li className={cardClass(props)}>
      <b>{figure.replaceAll("\u00a0", " ")}</b>
      <span dir="auto">{words === "" ? item.achievement.title : words}<small>{item.source}</small></span>
    </li>
  );
}
