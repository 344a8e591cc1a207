import { expect, test } from 'vitest';
import { elsewhere } from '@/apps/home/elsewhere';

test.each([
  ['http://localhost:8080/', 'http://127.0.0.1:8080'],
  ['http://127.0.0.1:8080/?x#y', 'http://localhost:8080'],
  ['http://localhost/', 'http://127.0.0.1'],
  ['https://desk.example/', ''],
  ['http://192.168.1.7:8080/', ''],
])('who came by %s may come by "%s" as somebody else', (here, there) => {
  expect(elsewhere(here)).toBe(there);
});
