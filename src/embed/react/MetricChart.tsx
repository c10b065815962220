import { useMemo, type ReactElement } from "react";
import { ChangeChart } from "../../charts/ChangeChart.js";
import { FieldGlyph, slotClass } from "../../charts/FieldGlyph.js";
import { ShareBar } from "../../charts/ShareBar.js";
import { leadingDomain } from "../../layout/arcSeries.js";
import { slotOf } from "../../layout/fieldSlot.js";
import { barShare, barWords, isBar, isChange, placeChange, type BarMetric, type ChangeMetric } from "../../layout/metricChart.js";
import { roleName } from "../../layout/roleWords.js";
import { capitalize } from "../../lib/format.js";
import { err, ok, type Issue, type Result } from "../../lib/result.js";
import { showText, showValue } from "../../lib/show.js";
import type { Achievement, Career } from "../../model/career.js";
import type { Metric } from "../../model/document.js";
import { leadMetric } from "../../model/featured.js";
import { metricText } from "../../model/metricText.js";
import { Guarded } from "./Guarded.js";
import { Problem } from "./Problem.js";
import type { CareerProps, LookProps } from "./props.js";
import { Root } from "./Root.js";
import { useCareer } from "./useCareer.js";
import { useRootId } from "./useRootId.js";

export interface MetricChartProps extends CareerProps, LookProps {
  /** Id of the achievement whose figure it is. */
  readonly achievement: string;
  /** Which of its public metrics, from 0; without it the featured one, else the first. */
  readonly metric?: number | undefined;
}

/**
 * One figure with its words and its source: a change as a dumbbell, a part of a whole as a bar, anything else as itself.
 * Everything in it comes from the career, so the figure can be looked up there.
 */
export function MetricChart(props: MetricChartProps): ReactElement {
  return <Guarded career={props.career} onError={props.onError}><Shown {...props} /></Guarded>;
}

function Shown(props: MetricChartProps): ReactElement {
  const { achievement, metric } = props;
  const id = useRootId();
  const pick = useMemo(() => (career: Career) => pickMetric(career, achievement, metric), [achievement, metric]);
  const { asOf, result } = useCareer(props, id, pick);
  return (
    <Root {...props} id={id} asOf={asOf}>
      {result.ok ? <Figure {...result.value} /> : <Problem issues={result.issues} />}
    </Root>
  );
}

interface Picked {
  readonly metric: Metric;
  readonly slot: number;
  /** "Carousell, package guidelines". */
  readonly source: string;
}

/** Both come from a host, whose compiler may not have looked at them. */
function pickMetric(career: Career, id: unknown, index: unknown): Result<Picked> {
  const achievement = career.achievements.find((other) => other.id === id);
  if (!achievement) return err([unknown("achievement", `no achievement has the id ${showValue(id)}`)]);
  const { metrics } = achievement;
  const metric = index === undefined || index === null ? leadMetric(achievement) : metrics.find((_, at) => at === index);
  if (!metric) return err([unknown("metric", `the achievement ${showText(achievement.id)} has ${metrics.length === 0 ? "no metric" : `no metric ${showValue(index)}, only 0 to ${metrics.length - 1}`}`)]);
  return ok({ metric, slot: slotOf(career, leadingDomain(achievement)), source: sourceOf(career, achievement) });
}

const unknown = (path: string, message: string): Issue => ({ severity: "error", code: `unknown-${path}`, path, message });

function sourceOf(career: Career, achievement: Achievement): string {
  const role = career.roles.find(({ id }) => id === achievement.roleId);
  return [role ? roleName(role) : "", achievement.short].filter(Boolean).join(", ");
}

function Figure({ metric, slot, source }: Picked): ReactElement {
  return (
    <figure className={`timeline metric ${slotClass(slot)}`}>
      {isChange(metric) ? <Change metric={metric} /> : isBar(metric) ? <Bar metric={metric} /> : <Words metric={metric} />}
      <small><FieldGlyph slot={slot} /> <span dir="auto">{source}</span></small>
    </figure>
  );
}

function Change({ metric }: { readonly metric: ChangeMetric }): ReactElement {
  const placement = placeChange(metric);
  const computed = placement.computed ? ` (${placement.computed.text})` : "";
  return (
    <>
      <figcaption dir="auto">{capitalize(metric.of)}<span className="sr">: {metricText(metric).figure}{computed}</span>{metric.note === undefined ? null : <i>{metric.note}</i>}</figcaption>
      <ChangeChart placement={placement} />
    </>
  );
}

function Bar({ metric }: { readonly metric: BarMetric }): ReactElement {
  const { figure, denominator } = barWords(metric);
  return (
    <>
      <figcaption dir="auto"><b>{figure}</b> {denominator}{metric.kind === "share" && metric.note !== undefined ? <i>{metric.note}</i> : null}</figcaption>
      <ShareBar share={barShare(metric)} />
    </>
  );
}

function Words({ metric }: { readonly metric: Metric }): ReactElement {
  const { figure, words } = metricText(metric);
  return <figcaption dir="auto"><b>{figure}</b>{words === "" ? null : ` ${words}`}</figcaption>;
}
