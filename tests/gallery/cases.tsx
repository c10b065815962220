import { ArcLegend } from "../../src/views/ArcLegend.js";
import { Below } from "../../src/views/Below.js";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { App } from "../../src/app/App.js";
import { CareerArc } from "../../src/charts/CareerArc.js";
import { ChangeChart } from "../../src/charts/ChangeChart.js";
import { FieldGlyph } from "../../src/charts/FieldGlyph.js";
import { ShareBar } from "../../src/charts/ShareBar.js";
import { SkillGrowth } from "../../src/charts/SkillGrowth.js";
import { arcForm, arcHeight } from "../../src/layout/arcFrame.js";
import { placeCareerArc } from "../../src/layout/careerArc.js";
import { placeChange, type ChangeMetric } from "../../src/layout/metricChart.js";
import { FIELD_SLOTS } from "../../src/layout/nodeShape.js";
import { createArcPlacer } from "../../src/layout/placeArcPart.js";
import { placePointed } from "../../src/layout/pointed.js";
import { roleLanes } from "../../src/layout/roleBars.js";
import { placeSkillGrowth } from "../../src/layout/skillGrowth.js";
import { skillTicks } from "../../src/layout/skillTicks.js";
import { titleBlock } from "../../src/layout/titleBlock.js";
import { careerExtent, timeDomain } from "../../src/layout/timeDomain.js";
import type { Interval } from "../../src/lib/units.js";
import type { Career } from "../../src/model/career.js";
import { matchSubtitle, matchTitle } from "../../src/model/phrase.js";
import { isFiltered, NO_FILTERS, selectMatches, type Filters } from "../../src/model/select.js";
import { createTimelineStore } from "../../src/state/store.js";
import type { ViewState } from "../../src/state/viewState.js";
import { EmbedTimeline } from "../../src/views/EmbedTimeline.js";
import { isCrowded } from "../../src/views/ArcDrawing.js";
import { rangeWords } from "../../src/views/explore/rangeWords.js";
import { MetricsSections } from "../../src/views/MetricsSections.js";
import { PageActivity } from "../../src/views/activity/PageActivity.js";
import { TimelineContext } from "../../src/views/hooks/useTimeline.js";
import { achievementName } from "../../src/views/achievementName.js";
import { facetOptions } from "../../src/views/FacetMenu.js";
import { loadDetails } from "../../src/views/LateDetails.js";
import {
  changeMetrics, clustered, clusteredFigures, clusteredRightToLeft, commits, empty, fieldless, first, knownSides, longNames, many, nineFields, nobody, one, oneCommit, oneFigure, ongoing, overlapping, promotions, rightToLeft,
  thirtyYears, ties, twoMonths, withActivity,
} from "./careers.js";

// As on a page that has come to rest.
await Promise.all([loadDetails(), facetOptions.load()]);

export type Chart = "Career arc" | "Skill growth" | "Change" | "Share" | "What changed" | "Field glyph" | "Activity" | "Embed" | "Page";

export interface GalleryCase {
  /** Name of its golden and of its frame in the gallery. */
  readonly name: string;
  readonly chart: Chart;
  /** What to look at. */
  readonly note: string;
  /** Window widths at which the gallery shows it, in px; the markup is the same at all of them. */
  readonly windows: readonly number[];
  /** A page as the server sends it: all of its list is there, so every mark's link has its place. */
  readonly served: boolean;
  /** The chart alone, as the golden holds it. The same on every machine. */
  readonly draw: () => string;
  /** The chart as it stands on the page. */
  readonly show: () => string;
}

/** What a visitor has asked for. */
interface Asked {
  readonly filters?: Partial<Filters>;
  readonly selected?: string;
  /** Under the mouse, or with the focus. */
  readonly pointed?: string;
  readonly focused?: string;
  /** The stretch of time that is looked at, as on a page of its own. */
  readonly viewport?: Interval;
  /** Width of the page where the arc is narrower, as beside open details. */
  readonly page?: number;
  /** Direction of the page around it; the instrument itself speaks English. */
  readonly host?: "rtl";
}

/** Page padding on both sides, by window width; the style sheet's numbers. */
const windowOf = (page: number): number => page + (page < 668 ? 32 : 96);

function placeArc(career: Career, width: number, { filters = {}, selected, viewport, page = width }: Asked) {
  const all: Filters = { ...NO_FILTERS, ...filters };
  const found = selectMatches(career, all);
  const form = arcForm(page);
  const zoomed = viewport !== undefined && !isFiltered(all);
  const title = zoomed ? rangeWords(viewport) : matchTitle(career, all, found);
  const subtitle = [viewport ? "Height: achievements since the left edge." : "", zoomed ? "" : matchSubtitle(career, all, found)].filter(Boolean).join(" ");
  const matches = isFiltered(all) ? found : null;
  const lanes = 1 + Math.max(0, ...roleLanes(career));
  const request = { width, height: arcHeight(page, lanes, career.achievements.length), form, emphasis: { matches, selected: selected ?? null }, title: titleBlock(title, subtitle, form) };
  const extent = careerExtent(career);
  const shown = viewport ?? (isCrowded(career) && extent ? timeDomain(extent) : null);
  const placement = shown ? createArcPlacer(career, matches)({ ...request, viewport: shown }) : placeCareerArc(career, request);
  return { placement, title, subtitle, filtered: matches !== null };
}

/** The arc of a career at a width. Where nothing can be placed, nothing is drawn. */
function drawArc(career: Career, width: number, asked: Asked): ReactNode {
  const { placement, filtered } = placeArc(career, width, asked);
  if (!placement) return null;
  const name = (id: string): string => {
    const achievement = career.achievements.find((other) => other.id === id);
    return achievement ? achievementName(career, achievement) : id;
  };
  const target = career.achievements.find(({ id }) => id === asked.pointed);
  return (
    <CareerArc
      placement={placement} idPrefix="arc-" label="Career arc" nodeLabel={name} nodeHref={(id) => `#a-${id}`} clusterLabel={({ count }) => `${count} achievements`} clusterHref={({ firstId }) => `#a-${firstId}`} tabStop={placement.nodes[0]?.id ?? null} filtered={filtered}
      pointed={target ? placePointed(placement, target) : null} focused={asked.focused ?? null}
    />
  );
}

function frameArc(career: Career, width: number, asked: Asked): ReactNode {
  const { placement, title, subtitle } = placeArc(career, width, asked);
  const missing = placement?.unnamed.length ?? 0;
  return (
    <section className="arcbox">
      <div className="arctitle"><h2 dir="auto">{title}</h2>{subtitle === "" ? null : <p className="sub" dir="auto">{subtitle}</p>}</div>
      <div className={`live ${arcForm(asked.page ?? width)}`}>
        {drawArc(career, width, asked)}
        {missing > 0 ? <p className="named">{placement?.labels.length} of {missing + (placement?.labels.length ?? 0)} are named here.</p> : null}
      </div>
    </section>
  );
}

/** One case per width of the drawing, in px. */
function arcCases(name: string, note: string, career: Career, widths: readonly number[], asked: Asked = {}): readonly GalleryCase[] {
  return widths.map((width) => ({
    name: `arc-${name}-${width}`, chart: "Career arc", note, served: false, windows: [windowOf(asked.page ?? width)],
    draw: () => renderToStaticMarkup(drawArc(career, width, asked)),
    show: () => renderToStaticMarkup(<div dir={asked.host}><div className={`timeline w${width}`}>{frameArc(career, width, asked)}</div></div>),
  }));
}

function chartCase(chart: Chart, name: string, note: string, element: ReactNode, around: (element: ReactNode) => ReactNode, windows: readonly number[] = [390]): GalleryCase {
  return { name, chart, note, windows, served: false, draw: () => renderToStaticMarkup(element), show: () => renderToStaticMarkup(<div className="timeline">{around(element)}</div>) };
}

function skillCase(name: string, note: string, career: Career, filters: Partial<Filters> = {}, viewport: Interval | null = null): GalleryCase {
  const all: Filters = { ...NO_FILTERS, ...filters };
  const filtered = isFiltered(all);
  const placement = placeSkillGrowth(career, filtered ? selectMatches(career, all) : null, viewport);
  const element = placement
    ? <SkillGrowth placement={placement} axis={skillTicks(placement.domain)} filtered={filtered} limit={12} />
    : null;
  return chartCase("Skill growth", `skills-${name}`, note, element, (drawn) => <section>{drawn}</section>, [390, 1280]);
}

const inCard = (heading: string) => (drawn: ReactNode): ReactNode => <ul className="cards changes"><li className="s0"><h3>{heading}</h3>{drawn}</li></ul>;

const changeCases = changeMetrics.map(([name, metric]): GalleryCase =>
  chartCase("Change", `change-${name}`, metric.quote, <ChangeChart placement={placeChange(metric as ChangeMetric)} />, inCard(metric.of ?? "")));

const shareCases = [0, 0.004, 0.65, 1].map((share): GalleryCase =>
  chartCase("Share", `share-${String(share * 100).replace(".", "-")}`, `${share * 100} % of the bar`, <ShareBar share={share} />, inCard("orders")));

const glyphs = (
  <>
    {Array.from({ length: FIELD_SLOTS + 1 }, (_, slot) => (
      <p key={slot}><FieldGlyph slot={slot} /> <FieldGlyph slot={slot} open /> {slot < FIELD_SLOTS ? `field ${slot + 1}` : "no field"}</p>
    ))}
  </>
);

/** Without a script, so as it is drawn for every form of a page. */
function activityCase(name: string, note: string, career: Career, view: Partial<ViewState> = {}): GalleryCase {
  const element = <TimelineContext value={{ store: createTimelineStore(career, view), idPrefix: "" }}><PageActivity /></TimelineContext>;
  return chartCase("Activity", `activity-${name}`, note, element, (drawn) => <section className="arcbox">{drawn}</section>, [390, 1280]);
}

/** Every figure of a career in the small chart of its kind, as they stand together. */
function figuresCase(name: string, note: string, career: Career, view: Partial<ViewState> = {}): GalleryCase {
  const element = <TimelineContext value={{ store: createTimelineStore(career, view), idPrefix: "" }}><MetricsSections /></TimelineContext>;
  return chartCase("What changed", `figures-${name}`, note, element, (drawn) => drawn, [390, 1280]);
}

function pageCase(name: string, note: string, career: Career, view: Partial<ViewState> = {}, windows: readonly number[] = [390, 768, 1280]): GalleryCase {
  const render = (): string => renderToStaticMarkup(<App store={createTimelineStore(career, view)} below={<Below />} legend={<ArcLegend />} />);
  return { name: `page-${name}`, chart: "Page", note, windows, served: Object.keys(view).length === 0, draw: render, show: () => `<div id="root">${render()}</div>` };
}

/** In a host's column of each width, in paper or on the host's own. */
function embedCase(name: string, note: string, career: Career, view: Partial<ViewState> = {}, filters = false): GalleryCase {
  const render = (): string => renderToStaticMarkup(
    <div className="career-timeline"><EmbedTimeline store={createTimelineStore(career, view)} idPrefix="e-" filters={filters} pageHref="../" /></div>,
  );
  return { name: `embed-${name}`, chart: "Embed", note, windows: [390, 736, 1080], served: false, draw: render, show: render };
}

const PHONE = 358;
const TABLET = 672;
const DESK = 1184;
/** Beside open details on a desk. */
const BESIDE = 820;

const years = (from: number, to: number): Interval => ({ from: Date.UTC(from, 0), to: Date.UTC(to, 0) });
const payments: Partial<Filters> = { domains: ["payments"] };

export const cases: readonly GalleryCase[] = [
  ...arcCases("first", "the first career", first, [PHONE, TABLET, DESK, 1440]),
  ...arcCases("empty", "roles without a single achievement", empty, [PHONE, DESK]),
  ...arcCases("nobody", "no role: nothing is drawn", nobody, [PHONE]),
  ...arcCases("one", "one achievement", one, [PHONE, DESK]),
  ...arcCases("many", "60 achievements: labels give way whole, most important first", many, [PHONE, DESK]),
  ...arcCases("thirty-years", "a long career of short stays", thirtyYears, [PHONE, DESK]),
  ...arcCases("two-months", "two months, dated to the day", twoMonths, [PHONE, DESK]),
  ...arcCases("overlapping", "four roles at once, a lane each", overlapping, [PHONE, TABLET, DESK]),
  ...arcCases("long-names", "long words and many scripts: nothing is cut, nothing leaves the drawing", longNames, [PHONE, TABLET, DESK]),
  ...arcCases("ongoing", "two roles that go on, one begun weeks ago", ongoing, [PHONE, DESK]),
  ...arcCases("promotions", "promotions, a break, a service, a gap", promotions, [PHONE, DESK]),
  ...arcCases("known-sides", "a known start, a known end, one day, a dated deadline", knownSides, [PHONE, DESK]),
  ...arcCases("ties", "12 on one day and 6 in its month", ties, [PHONE, DESK]),
  ...arcCases("fieldless", "no fields: one neutral band", fieldless, [PHONE, DESK]),
  ...arcCases("nine-fields", "one more field than there are colours", nineFields, [DESK]),
  ...arcCases("right-to-left", "Hebrew and Arabic throughout", rightToLeft, [PHONE, DESK]),
  ...arcCases("in-rtl-page", "in a page that runs from right to left: as in any other", first, [DESK], { host: "rtl" }),
  ...arcCases("filtered", "payments asked for: matches keep their colour, the rest is dimmed in place", first, [PHONE, DESK], { filters: payments }),
  ...arcCases("filtered-none", "nothing matches: everything dimmed", first, [DESK], { filters: { text: "zzz" } }),
  ...arcCases("filtered-many", "a filter over 60", many, [DESK], { filters: { domains: many.domains.slice(0, 1).map(({ id }) => id) } }),
  ...arcCases("selected", "an achievement selected: its window, its ring, its large label", first, [PHONE, DESK], { selected: "first-temporal" }),
  ...arcCases("selected-beside", "beside open details", first, [BESIDE], { selected: "first-temporal", page: DESK }),
  ...arcCases("selected-known-start", "a known start selected: bracket, then dots", first, [PHONE, DESK], { selected: "order-flow" }),
  ...arcCases("selected-known-end", "a known end selected", knownSides, [DESK], { selected: "ended" }),
  ...arcCases("selected-in-ties", "one selected among 12 of one day", ties, [DESK], { selected: "day-5" }),
  ...arcCases("filtered-selected", "what is selected does not match, and stays", first, [DESK], { filters: payments, selected: "order-flow" }),
  ...arcCases("pointed", "pointing at a mark that has no label of its own", ties, [DESK], { pointed: placeArc(ties, DESK, {}).placement?.unnamed.at(-1) ?? "" }),
  ...arcCases("focused", "the focus on a mark: ring, window, words", first, [DESK], { pointed: "order-flow", focused: "order-flow" }),
  embedCase("first", "the first career in a stranger's page", first),
  embedCase("filters", "with its filters", first, {}, true),
  embedCase("filtered", "payments asked for", first, { filters: { ...NO_FILTERS, ...payments } }),
  embedCase("selected", "an achievement opened: its details under the arc", first, { at: "first-temporal" }),
  embedCase("empty", "roles without a single achievement", empty),
  embedCase("one", "one achievement", one),
  embedCase("overlapping", "four roles at once", overlapping),
  embedCase("long-names", "long words and many scripts", longNames),
  embedCase("ongoing", "two roles that go on", ongoing),
  embedCase("right-to-left", "Hebrew and Arabic throughout", rightToLeft),
  embedCase("many", "60 achievements", many),
  embedCase("clustered", "180 dated to the month: an embed has no closer look, so each has its mark", clustered),
  skillCase("first", "the first career", first),
  skillCase("filtered", "payments asked for", first, payments),
  skillCase("one", "one skill, one achievement", one),
  skillCase("long-names", "long words and many scripts", longNames),
  skillCase("empty", "roles without a single achievement: nothing is drawn", empty),
  skillCase("many", "60 achievements", many),
  skillCase("overlapping", "four roles at once", overlapping),
  skillCase("ongoing", "two roles that go on", ongoing),
  skillCase("right-to-left", "Hebrew and Arabic throughout", rightToLeft),
  ...changeCases,
  ...shareCases,
  figuresCase("first", "the first career", first),
  figuresCase("filtered", "payments asked for: what does not match is counted, not shown", first, { filters: { ...NO_FILTERS, ...payments } }),
  figuresCase("empty", "roles without a single achievement: nothing is drawn", empty),
  figuresCase("one", "one figure", oneFigure),
  figuresCase("many", "60 achievements: a first few of each kind, the rest one press away", many),
  figuresCase("overlapping", "four roles at once", overlapping),
  figuresCase("long-names", "long words and many scripts", longNames),
  figuresCase("ongoing", "two roles that go on", ongoing),
  figuresCase("clustered", "40 figures of a clustered arc: here each stays by itself, the first few of a kind are shown", clusteredFigures),
  figuresCase("right-to-left", "Hebrew and Arabic throughout", rightToLeft),
  chartCase("Field glyph", "glyphs", "every field's shape, dated and open", glyphs, (drawn) => drawn),
  activityCase("none", "a career without: nothing is drawn", first),
  activityCase("one", "a single commit", oneCommit),
  activityCase("many", "four years of commits, some of them known to the month or the year only", commits),
  activityCase("empty", "no field or skill to count under: nothing is drawn", withActivity(empty, 2020)),
  activityCase("overlapping", "under four roles at once", withActivity(overlapping, 2020)),
  activityCase("long-names", "under long words and many scripts", withActivity(longNames, 2020)),
  activityCase("ongoing", "under two roles that go on", withActivity(ongoing, 2020)),
  activityCase("clustered", "under 180 achievements", withActivity(clustered, 2020)),
  activityCase("right-to-left", "under Hebrew and Arabic", withActivity(rightToLeft, 2020)),
  activityCase("zoomed", "four months of them", commits, { viewport: { from: Date.UTC(2020, 2, 1), to: Date.UTC(2020, 6, 1) } }),
  activityCase("filtered", "payments asked for: the rest is dimmed in place", commits, { filters: { ...NO_FILTERS, ...payments } }),
  activityCase("filtered-skill", "a skill and a period asked for, in no field’s colour", commits, { filters: { ...NO_FILTERS, skills: ["redis"], period: { from: "2020-06", to: null } } }),
  pageCase("first", "the first career, as it comes from the server", first),
  pageCase("nobody", "a file with a headline and nothing else", nobody),
  pageCase("empty", "roles without achievements", empty),
  pageCase("one", "one achievement, no metric", one),
  pageCase("right-to-left", "Hebrew and Arabic throughout", rightToLeft),
  pageCase("long-names", "long words and many scripts", longNames),
  pageCase("selected", "filtered, details open", first, { filters: { ...NO_FILTERS, domains: ["payments"] }, at: "payment-interface" }),
  pageCase("no-match", "nothing matches: what to do about it", first, { filters: { ...NO_FILTERS, domains: ["orders"], skills: ["redis"] } }),
  pageCase("table", "the record as a table", first, { list: "table" }),
  ...arcCases("clustered", "180 dated to the month: marks that would hide each other are one, with their number", clustered, [PHONE, DESK]),
  ...arcCases("clustered-filtered", "a filter over them: how many of each match", clustered, [DESK], { filters: { domains: ["scaling"] } }),
  ...arcCases("clustered-right-to-left", "Hebrew, clustered", clusteredRightToLeft, [PHONE]),
  ...arcCases("zoomed-quarter", "three years: quarters can be told apart, so the windows of all marks are in the lane", many, [PHONE, DESK], { viewport: years(2020, 2023) }),
  ...arcCases("zoomed-month", "a year: words end with their dates", many, [DESK], { viewport: years(2021, 2022) }),
  skillCase("clustered", "180 achievements, one skill in a quarter of them", clustered),
  skillCase("zoomed", "three years: counted from the left edge", many, {}, years(2020, 2023)),
  skillCase("zoomed-filtered", "two years of the first career, payments asked for", first, payments, years(2022, 2024)),
  skillCase("clustered-right-to-left", "Hebrew, 180 achievements", clusteredRightToLeft),
];
