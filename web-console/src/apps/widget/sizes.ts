const KB = 1024;
const MB = KB * KB;

/** A number of bytes as people write it. */
export function sizeText(bytes: number): string {
  if (bytes >= MB) {
    return `${(bytes / MB).toFixed(bytes % MB === 0 ? 0 : 1)} MB`;
  }
  return `${String(Math.max(1, Math.round(bytes / KB)))} KB`;
}
