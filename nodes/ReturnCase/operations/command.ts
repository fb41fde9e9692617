import { asJson } from '../../shared/case-access';
import { requiredCaseIdField } from '../../shared/fields';
import { causeOf, openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { requiredCaseId } from '../../shared/picked-case';
import { commandField, commandFields } from '../command-fields';
import { commandOf } from '../command-of';
import { dryRun } from '../dry-run';

export const command: Operation = {
  resource: 'case',
  option: {
    name: 'Command',
    value: 'command',
    action: 'Command return case',
    description: 'Move a case: approve, reject, record a parcel, inspect, settle and so on',
  },
  fields: [
    requiredCaseIdField,
    commandField,
    ...commandFields,
    {
      displayName: 'Dry Run',
      name: 'dryRun',
      type: 'boolean',
      default: false,
      description: 'Whether to only say what the command would change, in a chapter "preview". Nothing is written.',
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const caseId = await requiredCaseId(context, itemIndex);
    const wanted = commandOf(context, itemIndex);
    if (context.getNodeParameter('dryRun', itemIndex, false) === true) {
      const preview = await dryRun(ledger, caseId, wanted);
      return { chapters: { preview }, result: preview };
    }
    const { dossier, events } = await ledger.command(caseId, wanted, causeOf(context));
    return { chapters: asJson(dossier), result: { ...asJson(dossier.case), events: events.map(({ type }) => type) } };
  },
};
