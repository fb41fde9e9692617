import { escapeHtml } from '../render/html';
import { nameOf } from '../render/words/values';
import {
  aspectNames,
  dayOf,
  difference,
  findingsOf,
  headlineOf,
  money,
  numberOf,
  outcomeNames,
  reasonNames,
  requests,
} from './render-words';
import { style } from './render-style';
import type {
  BeforeAfter,
  ReplayExample,
  ReplayGroup,
  ReplayMoney,
  ReplayPolicy,
  ReplayReport,
  ReplaySide,
} from './report';

export interface RenderReplayOptions {
  /** Instead of "Replay of …". */
  readonly title?: string | undefined;
}

/** A replay as one page of HTML, in English, without scripts and without anything that a browser would have to fetch. */
export function renderReplayReport(report: ReplayReport, { title }: RenderReplayOptions = {}): string {
  const heading = title ?? `Replay of ${policyName(report.draft)}`;
  const findings = findingsOf(report);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(heading)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeHtml(heading)}</h1>`,
    `<p class="headline">${escapeHtml(headlineOf(report))}</p>`,
    `<p class="soft">${escapeHtml(whatWasDone(report))}</p>`,
    ...(findings.length === 0
      ? []
      : ['<ul>', ...findings.map((finding) => `<li>${escapeHtml(finding)}</li>`), '</ul>']),
    ...moneySection(report),
    ...groupsSection(report),
    ...unjudgedSection(report),
    `<footer>${escapeHtml(footOf(report))}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const policyName = ({ name, version }: ReplayPolicy): string => `${name}, version ${version}`;

function whatWasDone({ against, current, draft, cases, requested }: ReplayReport): string {
  const when =
    requested === undefined ? '' : `, asked for between ${dayOf(requested.from)} and ${dayOf(requested.to)},`;
  const beside =
    against === 'policy' && current !== undefined
      ? `by ${policyName(current)} and by ${policyName(draft)}`
      : `by ${policyName(draft)}, and the answer compared with the decision that was made then`;
  return `${requests(cases)}${when} ${cases === 1 ? 'was' : 'were'} decided anew ${beside}.`;
}

function moneySection({ money: sums }: ReplayReport): string[] {
  if (sums.length === 0) return [];
  return [
    '<section>',
    '<h2>Money</h2>',
    '<table class="cards">',
    `<thead><tr><th scope="col">Amount</th>${['Before', 'With the draft', 'Difference'].map((head) => `<th scope="col" class="number">${head}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...sums.flatMap(moneyRows),
    '</tbody>',
    '</table>',
    '<p class="soft">What a person or an answer still decides is counted as if it were approved. Delivery costs are not in it.</p>',
    '</section>',
  ];
}

function moneyRows({ currency, cases, refundable, fee, approved }: ReplayMoney): string[] {
  const row = (label: string, amounts: BeforeAfter): string =>
    `<tr><th scope="row">${escapeHtml(label)}</th>${cell('Before', money(amounts.before, currency))}${cell('With the draft', money(amounts.after, currency))}${cell('Difference', difference(amounts.after - amounts.before, currency))}</tr>`;
  return [
    row(`Paid back to shoppers, ${currency} (${requests(cases)})`, refundable),
    row(`Of that, approved without a person, ${currency}`, approved),
    row(`Fees kept, ${currency}`, fee),
  ];
}

const cell = (label: string, text: string): string =>
  `<td class="number" data-label="${label}">${escapeHtml(text)}</td>`;

function groupsSection({ groups, ungrouped, aspects, changed }: ReplayReport): string[] {
  if (changed === 0) return [];
  return [
    '<section>',
    '<h2>Changes by rule</h2>',
    `<p class="soft">${escapeHtml(`What is another: ${aspects.map(({ aspect, cases }) => `${aspectNames[aspect]} (${numberOf(cases)})`).join(', ')}.`)}</p>`,
    '<table class="cards">',
    '<thead><tr><th scope="col">Before</th><th scope="col">With the draft</th><th scope="col" class="number">Requests</th><th scope="col" class="number">Paid back</th></tr></thead>',
    '<tbody>',
    ...groups.map(groupRow),
    '</tbody>',
    '</table>',
    ...(ungrouped === 0 ? [] : [`<p>${requests(ungrouped)} more changed by other rules.</p>`]),
    '</section>',
  ];
}

function groupRow({ before, after, cases, money: sums, examples }: ReplayGroup): string {
  const paid = sums.map(({ currency, refundable }) => difference(refundable.after - refundable.before, currency));
  return [
    '<tr>',
    `<td data-label="Before">${sideHtml(before)}</td>`,
    `<td data-label="With the draft">${sideHtml(after)}${examplesHtml(examples)}</td>`,
    cell('Requests', numberOf(cases)),
    cell('Paid back', paid.join(', ')),
    '</tr>',
  ].join('');
}

const sideHtml = ({ outcome, rule, words }: ReplaySide): string =>
  `<span class="outcome">${outcomeNames[outcome]}</span><span class="rule">${words === undefined ? '' : `${escapeHtml(words)} `}<code>${escapeHtml(rule)}</code></span>`;

function examplesHtml(examples: readonly ReplayExample[]): string {
  if (examples.length === 0) return '';
  const items = examples.map((example) => `<li>${escapeHtml(exampleInWords(example))}</li>`).join('');
  return `<details><summary>${examples.length === 1 ? 'An example' : `${examples.length} examples`}</summary><ul>${items}</ul></details>`;
}

function exampleInWords({ case: id, requestedAt, country, lines, currency, refundable, fee }: ReplayExample): string {
  const goods = lines.map(({ sku, category, reason }) => {
    const what = [sku, category].filter((part) => part !== undefined && part !== '').join(', ');
    return `${what === '' ? 'an item' : what} (${reason.replaceAll('_', ' ')})`;
  });
  const place = country === undefined ? '' : ` to ${nameOf('region', country, 'en')}`;
  const turn = ({ before, after }: BeforeAfter): string =>
    before === after ? money(after, currency) : `${money(after, currency)} instead of ${money(before, currency)}`;
  const kept = fee.before === 0 && fee.after === 0 ? '' : `, fee ${turn(fee)}`;
  return `${id}, ${dayOf(requestedAt)}${place}: ${goods.join('; ')}. Paid back ${turn(refundable)}${kept}.`;
}

function unjudgedSection({ unjudged }: ReplayReport): string[] {
  if (unjudged.length === 0) return [];
  return [
    '<section>',
    '<h2>Not judged</h2>',
    '<p class="soft">These requests are in none of the figures above, because nothing is guessed.</p>',
    '<table class="cards">',
    '<thead><tr><th scope="col">Why</th><th scope="col">What</th><th scope="col" class="number">Requests</th></tr></thead>',
    '<tbody>',
    ...unjudged.map(({ reason, cases, details }) => {
      const what = details
        .slice(0, 8)
        .map((detail) => `<code>${escapeHtml(detail.what)}</code> (${numberOf(detail.cases)})`);
      return `<tr><th scope="row">${reasonNames[reason]}</th><td>${what.join(', ')}</td>${cell('Requests', numberOf(cases))}</tr>`;
    }),
    '</tbody>',
    '</table>',
    '</section>',
  ];
}

function footOf({ draft, current, replayedAt, sameByAnotherRule }: ReplayReport): string {
  const hash = ({ hash: full }: ReplayPolicy): string => (full === undefined ? '' : ` (${full.slice(0, 12)})`);
  return [
    `Made on ${dayOf(replayedAt)}.`,
    `Draft: ${policyName(draft)}${hash(draft)}.`,
    ...(current === undefined ? [] : [`Compared with: ${policyName(current)}${hash(current)}.`]),
    ...(sameByAnotherRule === 0 ? [] : [`${requests(sameByAnotherRule)} got the same decision from another rule.`]),
  ].join(' ');
}
