import { ramp } from '../ramp';
import { counted, type Signal } from './signal';

/** One mailbox under several spellings (dots, plus tags). Their returns count as those of one customer anyway. */
export const sharedMailbox: Signal = ({ history, settings }) => {
  const { spellings } = history.links;
  return {
    severity: ramp(spellings, settings.thresholds.sharedMailbox.spellings),
    saw: { spellings },
    text: () => `The mailbox of this customer has been written in ${counted(spellings, 'further way')}.`,
  };
};
