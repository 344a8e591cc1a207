import { api, type Answer } from '@/client/Api';
import { readListedPage, type Listed, type ListedPage } from '@/protocol/desk';

/** As many as the desk tells at once. */
const PAGE = 100;

/**
 * Fetches so many pages of a list of the desk's, behind those that are there. A conversation that moved from one page
 * to the next in between is there once.
 *
 * @param path the list, with its query
 */
export async function deskPages(
  path: string,
  there: readonly Listed[],
  pages: number,
): Promise<Answer<ListedPage>> {
  const rows = new Map(there.map((row) => [row.conversation, row]));
  let last = there.at(-1)?.conversation;
  let more = true;
  for (let page = 0; page < pages && more; page += 1) {
    const before = last === undefined ? '' : `&before=${encodeURIComponent(last)}`;
    const answer = await api.get(`${path}&limit=${String(PAGE)}${before}`, readListedPage);
    if (!answer.ok) {
      return answer;
    }
    answer.body.rows.forEach((row) => rows.set(row.conversation, row));
    last = answer.body.rows.at(-1)?.conversation;
    more = answer.body.more && last !== undefined;
  }
  return { ok: true, body: { rows: [...rows.values()], more } };
}
