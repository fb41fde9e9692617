/**
 * The mailbox that an address leads to: `J.Doe+shop@googlemail.com` and `jdoe@gmail.com` are one. Dots mean nothing to
 * Gmail alone; what follows a plus sign is a tag for nearly every provider. Undefined for what is no address, and for
 * one that nobody can have (`.invalid`, RFC 2606): it stands where an address was erased.
 */
export function mailboxOf(email: string): string | undefined {
  const written = spellingOf(email);
  const at = written.lastIndexOf('@');
  const [local, domain] = [written.slice(0, Math.max(at, 0)), written.slice(at + 1)];
  if (local === '' || domain === '' || /(^|\.)invalid$/.test(domain)) return undefined;
  const untagged = local.split('+')[0];
  const name = untagged === undefined || untagged === '' ? local : untagged;
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return `${name}@${domain}`;
  return `${name.replaceAll('.', '')}@gmail.com`;
}

/** As addresses are compared: no mail server tells capital letters apart. */
export const spellingOf = (email: string): string => email.trim().normalize('NFKC').toLowerCase();
