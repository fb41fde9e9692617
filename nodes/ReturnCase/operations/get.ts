import { sleep } from 'n8n-workflow';
import type { CaseKey, Ledger } from '../../../lib/ledger';
import type { Dossier } from '../../../lib/returns';
import { asJson } from '../../shared/case-access';
import { openLedger } from '../../shared/ledger-access';
import type { Operation } from '../../shared/operation';
import { caseKeyFields, caseKeyOf } from '../case-key-fields';

const LOOK_AGAIN_MS = 150;

export const get: Operation = {
  resource: 'case',
  option: {
    name: 'Get',
    value: 'get',
    action: 'Get return case',
    description: 'Read one case with all its chapters',
  },
  fields: [
    ...caseKeyFields,
    {
      displayName: 'Options',
      name: 'getOptions',
      type: 'collection',
      placeholder: 'Add option',
      default: {},
      options: [
        {
          displayName: 'Wait for Decision (Seconds)',
          name: 'waitForDecision',
          type: 'number',
          typeOptions: { minValue: 0, maxValue: 60 },
          default: 10,
          description:
            'How long to wait until the case is no longer just requested. After that the case is given as it is.',
        },
      ],
    },
  ],
  async execute(context, itemIndex) {
    const ledger = await openLedger(context);
    const { waitForDecision = 0 } = context.getNodeParameter('getOptions', itemIndex, {}) as {
      waitForDecision?: number;
    };
    const dossier = await getOnceDecided(ledger, caseKeyOf(context, itemIndex), Date.now() + waitForDecision * 1000);
    return { chapters: asJson(dossier), result: asJson(dossier.case) };
  },
};

async function getOnceDecided(ledger: Ledger, key: CaseKey, until: number): Promise<Dossier> {
  const dossier = await ledger.getCase(key);
  if (dossier.case.decision !== 'requested' || Date.now() >= until) return dossier;
  await sleep(LOOK_AGAIN_MS);
  return getOnceDecided(ledger, key, until);
}
