import { evidenceKinds, sellerFaultReasons, type EvidenceKind } from '../../returns';
import type { CaseRule } from '../document/cases';
import type { RoutingRule } from '../document/routing';
import type { AskedLine } from './asked-lines';
import type { CompiledPolicy } from './compile-policy';
import { LineFindings } from './findings';
import type { OrderTimes } from './order-times';
import type { Reading } from './reading';
import { addsReview, chooseRoute, undecidedBy } from './routes';
import { windowOf } from './window';

const sellerFaults: ReadonlySet<string> = new Set(sellerFaultReasons);

export const isShopAtFault = ({ asked }: AskedLine): boolean => sellerFaults.has(asked.reason);

/** Asks every part of the policy about the line at hand. The law is not asked yet. */
export function findLine(
  compiled: CompiledPolicy,
  reading: Reading,
  times: OrderTimes,
  entry: AskedLine,
): LineFindings {
  const findings = new LineFindings(entry);
  findCase(compiled, reading, findings);
  if (findings.apart?.rule.evenExcluded !== true) {
    findExclusions(compiled, reading, findings);
    findItemConditions(compiled, reading, findings);
  }
  findWindow(compiled, reading, times, findings);
  findRoute(compiled, reading, findings);
  findOffers(compiled, reading, findings);
  findFee(compiled, reading, findings);
  return findings;
}

function findCase({ cases }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  if (cases.rules.length === 0) return;
  findings.apart = cases.first(reading);
  if (cases.open.length > 0) findings.leaveOpen('case', cases.open);
  askForProof(findings, findings.apart?.name, findings.apart?.rule.proof);
}

function findExclusions({ exclusions, legalGrounds }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  if (exclusions.rules.length === 0) return;
  exclusions.all(reading);
  for (const rule of exclusions.open) {
    findings.leaveOpen(legalGrounds.has(rule) ? 'legal_exclusion' : 'exclusion', [rule]);
  }
  if (exclusions.held.length === 0) return;
  findings.excluded = exclusions.held;
  for (const { name, rule } of findings.excluded) findings.refuse({ cause: 'exclusion', name, exclusion: rule });
}

function findWindow(compiled: CompiledPolicy, reading: Reading, times: OrderTimes, findings: LineFindings): void {
  const { windows, extensions } = compiled;
  const rule = windows.first(reading) ?? compiled.defaultWindow;
  if (extensions.rules.length > 0) extensions.all(reading);
  const window = windowOf(compiled, rule, reading, times, extensions.held);
  findings.window = window;
  if (findings.apart?.rule.anyTime === true) return;
  if (windows.open.length > 0) findings.leaveOpen('window', windows.open);
  if (times.requestedAt <= window.graceEnd.at) return;
  if (extensions.open.length > 0) findings.leaveOpen('window', extensions.open);
  if (window.start.guessed) findings.perhapsLate = true;
  else findings.refuse({ cause: 'window', name: rule.name });
}

function findItemConditions({ itemConditions }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  if (itemConditions.rules.length === 0) return;
  itemConditions.all(reading);
  if (itemConditions.open.length > 0) findings.leaveOpen('condition', itemConditions.open);
  for (const { name, rule } of itemConditions.held) {
    for (const state of rule.requires) {
      const said = findings.entry.asked.states?.[state];
      if (said === undefined && rule.ask) findings.ask({ kind: 'state', name, state });
      if (said !== false) continue;
      if (rule.otherwise === 'reject') findings.refuse({ cause: 'condition', name, condition: rule, state });
      else findings.doubt({ name, because: 'condition', rule, state });
    }
    askForProof(findings, name, rule.proof);
  }
}

function askForProof(
  findings: LineFindings,
  name: string | undefined,
  proof: Readonly<Partial<Record<EvidenceKind, number | undefined>>> | undefined,
): void {
  if (proof === undefined || name === undefined) return;
  for (const evidence of evidenceKinds) {
    const count = proof[evidence];
    if (count === undefined || (findings.entry.asked.evidence?.[evidence] ?? 0) >= count) continue;
    findings.ask({ kind: 'proof', name, evidence, count });
  }
}

function findRoute({ routing, risk }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  const { apart } = findings;
  if (apart?.rule.outcome !== undefined) {
    takeRoute(findings, apart.name, apart.rule.outcome, apart.rule);
    return;
  }
  if (routing.rules.length > 0) routing.all(reading);
  const chosen = routing.held.length === 0 ? undefined : chooseRoute(routing.held);
  const threshold = risk.rules.length === 0 ? undefined : risk.first(reading);
  const isRisky = threshold !== undefined && addsReview(threshold, chosen);
  const route = isRisky ? threshold : chosen;
  if (routing.open.length > 0) {
    const undecided = undecidedBy(chosen, routing.open);
    findings.leaveOpen('routing', isRisky ? undecided.filter((rule) => !addsReview(threshold, rule)) : undecided);
  }
  if (risk.open.length > 0) {
    findings.leaveOpen(
      'routing',
      risk.open.filter((rule) => addsReview(rule, chosen)),
    );
  }
  if (route === undefined) return;
  findings.lane = route.rule.lane;
  takeRoute(findings, route.name, route.rule.outcome, route.rule);
}

function takeRoute(
  findings: LineFindings,
  name: string,
  outcome: RoutingRule['outcome'],
  rule: RoutingRule | CaseRule,
): void {
  switch (outcome) {
    case 'approve':
      findings.approval = { name, lane: findings.lane };
      return;
    case 'review':
      findings.doubt({ name, because: 'review', rule });
      return;
    case 'needs_info':
      findings.ask({ kind: 'question', name, rule });
      return;
    case 'reject':
      findings.refuse({ cause: 'routing', name, routing: rule });
  }
}

/** What the shopper asked for has to be on offer. Without rules everything is. */
function findOffers({ resolutions, methods }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  const { apart } = findings;
  const { resolution, method } = reading.input.request;
  if (apart?.rule.resolutions !== undefined && !apart.rule.resolutions.includes(resolution)) {
    findings.ask({ kind: 'resolution', name: apart.name });
  } else if (resolutions.rules.length > 0) {
    resolutions.all(reading);
    if (!resolutions.held.some(({ rule }) => rule.resolution === resolution)) {
      const perhaps = resolutions.open.filter(({ rule }) => rule.resolution === resolution);
      if (perhaps.length > 0) findings.leaveOpen('resolution', perhaps);
      else findings.ask({ kind: 'resolution', name: 'resolutions' });
    }
  }
  if (method === undefined) return;
  if (apart?.rule.methods !== undefined && !apart.rule.methods.includes(method)) {
    findings.ask({ kind: 'method', name: apart.name });
  } else if (methods.rules.length > 0) {
    methods.all(reading);
    if (methods.held.some(({ rule }) => rule.method === method)) return;
    const perhaps = methods.open.filter(({ rule }) => rule.method === method);
    if (perhaps.length > 0) findings.leaveOpen('method', perhaps);
    else findings.ask({ kind: 'method', name: 'methods' });
  }
}

/** Never for goods that come back by a fault of the shop. Source: directive (EU) 2019/771 art. 14. */
export function findFee({ fees }: CompiledPolicy, reading: Reading, findings: LineFindings): void {
  if (fees.rules.length === 0 || findings.apart?.rule.free === true || isShopAtFault(findings.entry)) return;
  const fee = fees.first(reading);
  if (fees.open.length > 0) findings.leaveOpen('fee', fees.open);
  if (fee?.rule.free !== true) findings.fee = fee;
}
