// Lays a compressed copy beside each script, style and drawing: the desk sends the copy to whoever takes it. Nothing
// secret is in them, and no processor works on them when somebody asks.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Below this a copy saves no packet. */
const WORTH_IT = 1024;

/** @param {readonly string[]} folders */
export function compress(folders) {
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      if (bytes.length >= WORTH_IT) {
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${path}.br`, brotliCompressSync(bytes));
      }
    }
  }
}
