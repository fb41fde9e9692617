/**
 * The Message-ID of a step of a case: the same step always writes the same one, so that a mail that was sent twice
 * after a crash shows as one in most mailboxes.
 * @param from the sender's address; its domain becomes the right-hand side
 */
export function messageIdFor(caseId: string, step: string, from: string): string {
  const safe = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, '-');
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return `<${safe(caseId)}.${safe(step)}@${safe(domain)}>`;
}
