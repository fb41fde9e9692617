import { sellerFaultReasons, type Decision } from '../../returns';
import type { Inquiry, QuestionParagraph } from './parts';

type Line = Decision['lines'][number];
type Rights = NonNullable<Line['rights']>;

/** What the law grants for these goods, so that nobody refuses what may not be refused. */
export function lawWarnings(inquiry: Inquiry): QuestionParagraph[] {
  const { dossier, speaker } = inquiry;
  const lines = dossier.decision?.lines ?? [];
  const withdrawable = lines.filter(({ rights }) => rights?.withdrawal === 'open');
  const unclear = lines.filter(({ rights }) => rights?.withdrawal === 'undecided');
  const guaranteed = lines.filter(
    (line) => ['open', 'undecided'].includes(line.rights?.guarantee ?? '') && isFaulty(inquiry, line),
  );
  return [
    ...byDate(withdrawable, 'withdrawalEndsAt').map(([endsAt, held]) => ({
      strong: speaker.say('shop_review.law.withdrawal'),
      text: holdsFor(inquiry, held, endsAt),
    })),
    ...notNone(unclear).map((held) => ({
      strong: speaker.say('shop_review.law.unclear'),
      text: speaker.say('shop_review.law.unclear.of', { titles: titlesOf(inquiry, held) }),
    })),
    ...byDate(guaranteed, 'guaranteeEndsAt').map(([endsAt, held]) => ({
      strong: speaker.say('shop_review.law.guarantee'),
      text: `${holdsFor(inquiry, held, endsAt)} ${speaker.say('shop_review.law.guarantee.only')}`,
    })),
  ];
}

/** What the policy lets the shopper keep: one case has one parcel, so a part of it cannot be kept by a button. */
export function keptGoods(inquiry: Inquiry): QuestionParagraph[] {
  const { dossier, speaker } = inquiry;
  const lines = dossier.decision?.lines ?? [];
  const kept = lines.filter(({ keepItem }) => keepItem === true);
  if (kept.length > 0 && kept.length === lines.length) {
    return [{ strong: speaker.say('shop_review.kept.all'), text: speaker.say('shop_review.kept.all.then') }];
  }
  return notNone(kept).map((part) => ({
    strong: speaker.say('shop_review.kept.part', { titles: titlesOf(inquiry, part) }),
    text: speaker.say('shop_review.kept.part.then'),
  }));
}

function isFaulty({ dossier }: Inquiry, { orderLineId }: Line): boolean {
  const reason = dossier.case.lines.find((line) => line.orderLineId === orderLineId)?.reason;
  return reason !== undefined && sellerFaultReasons.includes(reason);
}

const notNone = (lines: readonly Line[]): (readonly Line[])[] => (lines.length === 0 ? [] : [lines]);

/** Goods of one order may have come in several parcels: each end of a right with the lines that it is the end of. */
function byDate(lines: readonly Line[], end: keyof Rights & `${string}EndsAt`): [string | undefined, Line[]][] {
  const groups = new Map<string | undefined, Line[]>();
  for (const line of lines) {
    const endsAt = line.rights?.[end];
    groups.set(endsAt, [...(groups.get(endsAt) ?? []), line]);
  }
  return [...groups];
}

function holdsFor(inquiry: Inquiry, lines: readonly Line[], endsAt: string | undefined): string {
  const { speaker } = inquiry;
  const titles = titlesOf(inquiry, lines);
  return endsAt === undefined
    ? speaker.say('shop_review.law.holds', { titles })
    : speaker.say('shop_review.law.holds_until', { titles, date: speaker.date(endsAt) });
}

const titlesOf = ({ dossier }: Inquiry, lines: readonly Line[]): string =>
  lines
    .map(({ orderLineId }) => dossier.case.lines.find((line) => line.orderLineId === orderLineId)?.title ?? orderLineId)
    .join(', ');
