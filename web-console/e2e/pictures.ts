import { crc32, deflateSync } from 'node:zlib';

const SIZE = 240;

/** A photograph of a broken cup, as good as a test can take one: a PNG, made of its bytes. */
export function brokenCup(): Buffer {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 3));
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      rows.set(colourAt(x, y), y * (1 + SIZE * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A green cup with a crack through it and a piece of its rim on the table. */
function colourAt(x: number, y: number): readonly [number, number, number] {
  const inCup = y > 70 && y < 190 && Math.abs(x - 115) < 70 - (y - 70) * 0.25;
  const crack = Math.abs(x - 115 - Math.sin(y / 9) * 9) < 3;
  const missing = y < 70 + Math.max(0, 40 - Math.abs(x - 150) * 1.6);
  const shard = Math.abs(x - 200) + Math.abs(y - 185) < 18;
  if (shard || (inCup && !crack && !missing)) {
    return [94, 148, 128];
  }
  return y > 190 ? [196, 164, 122] : [238, 232, 222];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
