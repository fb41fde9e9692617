import { withdrawalDays, type PageContext } from '../context';
import { inLine, paragraph, type Block, type Section } from '../page';

/** Where a return is asked for, what to say, and that people decide too. */
export function askingSection(context: PageContext): Section {
  const { say, policy } = context;
  const withdraws = withdrawalDays(context) !== undefined;
  const isByPeople =
    policy.risk?.reviewFrom !== undefined || policy.routing.some(({ outcome }) => outcome === 'review');
  return {
    id: 'returns-asking',
    heading: say('asking_heading'),
    blocks: [
      ...whereBlocks(context),
      paragraph(say(withdraws ? 'ask_what' : 'ask_what_reason')),
      ...(isByPeople ? [paragraph(say('ask_person'))] : []),
    ],
  };
}

function whereBlocks(context: PageContext): Block[] {
  const { say, sayLaw, contact } = context;
  const { url, email, withdrawalUrl } = contact;
  const mail = email === undefined ? undefined : { link: email, href: `mailto:${email}` };
  return [
    ...(url === undefined ? [] : [paragraph(...inLine(say('ask_here'), { link: url, href: url }))]),
    ...(mail === undefined ? [] : [paragraph(...inLine(say('ask_mail'), mail))]),
    ...(url === undefined && mail === undefined ? [paragraph(say('ask_us'))] : []),
    ...(withdrawalUrl === undefined || withdrawalDays(context) === undefined
      ? []
      : [paragraph(...inLine(say('ask_withdraw'), { link: sayLaw('withdraw_here'), href: withdrawalUrl }))]),
  ];
}
