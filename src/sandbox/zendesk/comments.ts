import type { ServiceDesk } from './desk';
import type { NewComment } from './requests';
import type { Comment } from './rows';

/** How long what was uploaded waits for its ticket. */
const TOKEN_MS = 3 * 24 * 3_600_000;

/** Files behind the tokens of a comment; undefined when a token is none, or too old. */
export function filesOf(desk: ServiceDesk, { uploads = [] }: NewComment): readonly number[] | undefined {
  const found = uploads.map((token) => desk.all('upload').find((upload) => upload.token === token && upload.at > desk.now() - TOKEN_MS));
  return found.every((upload) => upload !== undefined) ? found.flatMap(({ files }) => files) : undefined;
}

/** Writes a comment down; who is told of it is decided by `desk.changed`. */
export function addComment(
  desk: ServiceDesk,
  ticket: number,
  { body, html_body: html, public: isPublic }: Pick<NewComment, 'body' | 'html_body' | 'public'>,
  { author, via, files }: Pick<Comment, 'author' | 'via'> & { readonly files: readonly number[] },
): Comment {
  const text = body ?? (html ?? '').replace(/<br\s*\/?>|<\/(p|div|li|tr)>/gi, '\n').replace(/<[^>]*>/g, '');
  return desk.put({
    ...{ kind: 'comment', id: desk.nextId('comment'), at: desk.now(), ticket, author, body: text, isPublic, via, files: [...files] },
    ...(html !== undefined && { html }),
  });
}
