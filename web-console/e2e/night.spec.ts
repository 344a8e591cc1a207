import { signedIn, told } from './admin';
import { check } from './access';
import { widgetOf } from './Buyer';
import { expect, test } from './test';

test.use({ rehearsal: true });
const HOUR = 3_600_000;
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

interface DeskGroup {
  readonly group: string;
  readonly rules: object;
}

/** @param from how many hours from now on the group is there, for two hours a day */
async function openFrom(desk: string, group: string, from: number | null): Promise<void> {
  const admin = await signedIn(desk);
  const groups: readonly DeskGroup[] = await (await admin.get('/api/v1/desk/groups')).json();
  const rules = groups.find((one) => one.group === group)?.rules;
  const clock = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString().slice(11, 16);
  const spans = from === null ? null : [{ from: clock(from), to: clock(from + 2) }];
  const hours = {
    zone: 'UTC',
    week: spans === null ? {} : Object.fromEntries(DAYS.map((day) => [day, spans])),
    exceptions: [],
  };
  await told(admin, 'put', `/api/v1/desk/groups/${group}/rules`, { ...rules, hours });
  await admin.dispose();
}

test('a message left at night is given out in the morning', async ({ desk, people }) => {
  await openFrom(desk.url, 'aftersales', 8);
  const ci = await people.agent('ci');
  await ci.goesOnline();
  const buyer = await people.buyer();
  await buyer.launcher.click();
  await buyer.widget.getByText('售后', { exact: true }).click();
  await buyer.widget.getByLabel('留言', { exact: true }).fill('茶盘裂了，夜里写给你们');
  await check(widgetOf(buyer.page));
  await buyer.widget.getByRole('button', { name: '提交留言' }).click();
  await buyer.hears('茶盘裂了，夜里写给你们');
  await expect(ci.conversations).toHaveCount(0);

  await desk.movesOn(8.5 * HOUR);
  await expect(ci.conversations).toHaveCount(1);
  await ci.takesUp('茶盘裂了，夜里写给你们');
  await ci.says('早上好，给您补发一块');
  await buyer.hears('早上好，给您补发一块');
  await ci.closes();
  await openFrom(desk.url, 'aftersales', null);
});
