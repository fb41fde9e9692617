import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toNodeError } from './node-errors';

export interface Typed {
  /** What a person has typed into the list, trimmed; empty before that. */
  readonly text: string;
  /** `paginationToken` of the page before. */
  readonly cursor?: string;
}

type ListSearch = (
  this: ILoadOptionsFunctions,
  filter?: string,
  paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * A list to pick from, as n8n calls it. What goes wrong is thrown as a node's error: of any other, the editor shows the
 * message alone, without what to do next and without its link to the credential.
 */
export const picker = (
  search: (context: ILoadOptionsFunctions, typed: Typed) => Promise<INodeListSearchResult>,
): ListSearch =>
  async function (filter, paginationToken) {
    try {
      return await search(this, {
        text: filter?.trim() ?? '',
        ...(paginationToken !== undefined && { cursor: paginationToken }),
      });
    } catch (error) {
      throw toNodeError(this.getNode(), error);
    }
  };
