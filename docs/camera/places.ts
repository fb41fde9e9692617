/** Where the pictures are taken: the running n8n and the sandbox beside it. */
export interface Places {
  readonly n8n: { readonly url: string; readonly owner: { readonly email: string; readonly password: string } };
  readonly sandbox: { readonly url: string };
  timelineUrl(rma: string): string;
}
