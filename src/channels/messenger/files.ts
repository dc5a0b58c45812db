import type { Fetch } from '../../integrations/http/exchange';
import { checked, UPLOAD, type Files, type StoredFile } from '../webchat/upload';

/** A file that a customer sent, and where Meta keeps it. */
export interface FileLink {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

const DEADLINE_MS = 10_000;

interface FetchParts {
  /** Where Meta keeps files: domains, with all that is under them; `127.0.0.1:3979` stands for a stand-in, which has no https. */
  readonly hosts: readonly string[];
  readonly files: Files;
  readonly fetch?: Fetch | undefined;
  readonly report: (event: string, detail: object) => void;
}

/** Fetches what a customer sent and keeps it with the conversation, for a case. From Meta's own hosts only, without redirects, up to its limit. Never throws. */
export async function keepFile(
  { hosts, files, report, fetch = globalThis.fetch }: FetchParts,
  conversation: string,
  { id, name, url }: FileLink,
): Promise<void> {
  try {
    const from = new URL(url);
    if (!isAllowed(from, hosts)) return report('messenger.file-refused', { conversation, reason: 'host' });
    const answer = await fetch(from, { redirect: 'manual', signal: AbortSignal.timeout(DEADLINE_MS) });
    const file = answer.status === 200 ? checked(name, answer.headers.get('content-type') ?? '', await bytesOf(answer)) : undefined;
    if (!file) return report('messenger.file-refused', { conversation, reason: `status ${answer.status}` });
    await files.put(conversation, id, named(file));
  } catch (error) {
    report('messenger.file-refused', { conversation, error });
  }
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };
const named = (file: StoredFile): StoredFile => ({ ...file, name: `${file.name}.${ENDINGS[file.contentType] ?? 'bin'}` });

function isAllowed({ protocol, host, hostname }: URL, hosts: readonly string[]): boolean {
  if (protocol === 'http:') return hosts.includes(host) && host !== hostname;
  return protocol === 'https:' && hosts.some((each) => hostname === each || hostname.endsWith(`.${each}`));
}

/** @throws Error as soon as it is too long */
async function bytesOf({ body }: Response): Promise<Buffer> {
  if (body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    size += read.value.byteLength;
    if (size <= UPLOAD.fileBytes) continue;
    await reader.cancel();
    throw new Error('a file that is too large');
  }
  return Buffer.concat(chunks);
}
