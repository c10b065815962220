import type { MouseEvent, ReactNode } from "react";
import { FieldGlyph, slotClass } from "../charts/FieldGlyph.js";
import { formatCount, formatNumber } from "../lib/format.js";
import { hasLink, hasNumber, isFiltered } from "../model/select.js";
import { periodLabel } from "../model/timeWords.js";
import { FacetMenu, hasMenu } from "./FacetMenu.js";
import { useActions, useTimeline } from "./hooks/useTimeline.js";
import { useRoving } from "./hooks/useRoving.js";

/** What to look for: fields as chips, skills and organizations as searchable lists, text, and whether there is a number. */
export function FilterBar(): ReactNode {
  const career = useTimeline((state) => state.career);
  const filters = useTimeline((state) => state.filters);
  const counts = useTimeline((state) => state.selectors.facetCounts(state.filters));
  const matches = useTimeline((state) => state.selectors.matches(state.filters));
  const { toggle, clear, setHasNumber, setHasLink } = useActions();
  const numbers = career.achievements.filter(hasNumber).length;
  const links = career.achievements.filter(hasLink).length;
  // A question that everything or nothing answers is no question.
  const asksNumber = filters.hasNumber || (numbers > 0 && numbers < career.achievements.length);
  const asksLink = filters.hasLink || (links > 0 && links < career.achievements.length);
  const used = career.domains.filter(({ id }) => career.achievements.some((achievement) => achievement.domains.includes(id)));
  const { period } = filters;
  const ids = [...used.map(({ id }) => id), ...(asksNumber ? ["?number"] : []), ...(asksLink ? ["?link"] : []), ...(period ? ["?period"] : [])];
  const listed = [...(hasMenu(career.skills, filters.skills) ? ["Skill"] : []), ...(hasMenu(career.organizations, filters.organizations) ? ["Employer"] : [])];
  // One stop for all of them: arrows lead from the last chip to the lists.
  const { stop, groupProps } = useRoving([...ids, ...listed]);
  // The strip of chips scrolls, so that the Tab key must always lead into it.
  const chipStop = stop !== null && ids.includes(stop) ? stop : ids[0];
  const filtered = isFiltered(filters);
  // The button goes with what it clears, and so does the period; focus stays in the bar.
  const clearFrom = (button: HTMLElement, facet?: "period"): void => {
    const bar = button.closest(".filters");
    const stays = (items: string): HTMLElement | null | undefined => bar?.querySelector<HTMLElement>(`${items}:not([data-item='?period'])`);
    (stays(".chips [tabindex='0']") ?? stays(".chips [data-item]") ?? stays("input"))?.focus();
    clear(facet);
  };
  // One achievement is found without a search.
  if (career.achievements.length < 2 && !filtered) return null;

  // The toggles' ids begin with a sign that no field's id can have.
  const chip = (id: string, on: boolean, onClick: (event: MouseEvent<HTMLElement>) => void, className: string, content: ReactNode): ReactNode => {
    const press = (event: MouseEvent<HTMLElement>): void => {
      // Half of it may have been in the strip's fading edge.
      event.currentTarget.scrollIntoView({ block: "nearest", inline: "nearest" });
      onClick(event);
    };
    return (
      <button key={id} type="button" className={`chip ${className}`} aria-pressed={on} tabIndex={chipStop === id ? 0 : -1} data-item={id} onClick={press}>
        {content}
      </button>
    );
  };
  return (
    <div className="filters" part="filters" role="search" aria-label="Filter achievements" {...groupProps}>
      {ids.length > 0 ? <div className="chips" role="toolbar" aria-label="Fields">
        {used.map((domain) =>
          chip(domain.id, filters.domains.includes(domain.id), () => toggle("domains", domain.id), slotClass(domain.slot), (
            <>
              <FieldGlyph slot={domain.slot} />
              <span dir="auto">{domain.label}</span> <i>{formatNumber(counts.domains.get(domain.id) ?? 0)}</i>
            </>
          )),
        )}
        {asksNumber ? chip("?number", filters.hasNumber, () => setHasNumber(!filters.hasNumber), "plain", <>Has a number <i>{formatNumber(counts.hasNumber)}</i></>) : null}
        {asksLink ? chip("?link", filters.hasLink, () => setHasLink(!filters.hasLink), "plain", <>Has a link <i>{formatNumber(counts.hasLink)}</i></>) : null}
        {period ? chip("?period", true, (event) => clearFrom(event.currentTarget, "period"), "plain", periodLabel(period)) : null}
      </div> : null}
      {listed.length > 0 ? <div className="menus" role="toolbar" aria-label="Lists">
        <FacetMenu stop={stop} name="Skill" many="skills" chosen={filters.skills} counts={counts.skills} options={career.skills} onToggle={(id) => toggle("skills", id)} onClear={() => clear("skills")} />
        <FacetMenu stop={stop} name="Employer" many="employers" chosen={filters.organizations} counts={counts.organizations} options={career.organizations} onToggle={(id) => toggle("organizations", id)} onClear={() => clear("organizations")} />
      </div> : null}
      <div className="seek">
        <SearchField />
        <p className="tally">
          <b>{formatNumber(filtered ? matches.size : career.achievements.length)}</b>
          {filtered ? ` of ${formatNumber(career.achievements.length)}` : ` ${formatCount(career.achievements.length, "achievement").replace(/^\S+ /, "")}`}
          {filtered ? <button type="button" className="text" onClick={(event) => clearFrom(event.currentTarget)}>Clear</button> : null}
        </p>
      </div>
    </div>
  );
}

function SearchField(): ReactNode {
  const text = useTimeline((state) => state.filters.text);
  const { setText } = useActions();
  return (
    <label className="find">
      <span className="sr">Find in text</span>
      <input type="search" placeholder="Find" value={text} maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}
