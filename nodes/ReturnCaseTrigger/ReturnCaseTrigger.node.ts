import {
  NodeConnectionTypes,
  type INodeType,
  type INodeTypeDescription,
  type ITriggerFunctions,
  type ITriggerResponse,
} from 'n8n-workflow';
import { eventTypes } from '../../lib/returns';
import { ledgerTest } from '../shared/credential-test';
import { openOwnLedger } from '../shared/ledger-access';
import { toNodeError } from '../shared/node-errors';
import { eventOptions } from './event-options';
import { optionFields } from './option-fields';
import { settingsOf } from './settings';
import { showNewest } from './show-newest';
import { start } from './start';

export class ReturnCaseTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Return Case Trigger',
    name: 'returnCaseTrigger',
    icon: { light: 'file:returnCaseTrigger.svg', dark: 'file:returnCaseTrigger.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{ $parameter["events"].join(", ") }}',
    description:
      'Starts when something happens to a return case, at least once per event, through crashes and restarts',
    defaults: { name: 'Return Case Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [
      {
        name: 'returnsLedgerApi',
        displayName: 'Returns Ledger (optional, for queue mode)',
        required: false,
        testedBy: 'ledgerTest',
      },
    ],
    eventTriggerDescription: 'the newest matching event in the ledger',
    activationMessage: 'The workflow now runs for every matching event of every case.',
    properties: [
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        options: eventOptions(eventTypes),
        default: ['case.opened'],
        description: 'Which events start the workflow',
      },
      {
        displayName: 'Options',
        name: 'options',
        type: 'collection',
        placeholder: 'Add option',
        default: {},
        options: optionFields,
      },
    ],
  };

  methods = { credentialTest: { ledgerTest } };

  async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
    try {
      const settings = settingsOf(this);
      const ledger = await openOwnLedger(this);
      return this.getMode() === 'manual' ? showNewest(this, ledger, settings) : start(this, ledger, settings);
    } catch (error) {
      throw toNodeError(this.getNode(), error);
    }
  }
}
