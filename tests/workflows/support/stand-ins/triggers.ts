import type { INodeType } from 'n8n-workflow';
import { describeStandIn } from './describe';

/** Hands on what it was started with, as n8n does with the news of any trigger. */
const trigger = (name: string): INodeType => ({
  description: describeStandIn(name, { group: 'trigger' }),
  execute() {
    return Promise.resolve([this.getInputData()]);
  },
});

export const triggerStandIns: Readonly<Record<string, INodeType>> = {
  'n8n-nodes-base.errorTrigger': trigger('errorTrigger'),
  'n8n-nodes-base.formTrigger': trigger('formTrigger'),
  'n8n-nodes-base.scheduleTrigger': trigger('scheduleTrigger'),
  'n8n-nodes-base.stickyNote': trigger('stickyNote'),
};
