import { resolve } from 'node:path';
import { signIn, type Agent } from './Agent';
import { DeskProcess } from './DeskProcess';
import { eachSays, EvilShop } from './Evil';
import { SMALL, test } from './Gallery';
import { brokenCup } from './pictures';
import { expect } from './test';

const MINUTE = 60_000;
const QUESTIONS = [
  '旅行茶具可以带上飞机吗？',
  '我想要一把送给长辈的紫砂壶，预算五百元左右，最好带礼盒和手提袋，麻烦推荐几款，谢谢啦',
  '在吗',
  'Do you ship to Canada? I would like two gaiwans and a tea tray, and I need them before Christmas.',
  '盖碗的盖子碎了，能单独配一个吗',
  '发票怎么开',
  '快递三天没动了',
];
const LONG = '亚历山大·康斯坦丁诺维奇·格拉祖诺夫先生的紫砂壶与茶具收藏协会会员';
const UNBROKEN = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaf';

const tabOf = (agent: Agent, name: string) =>
  agent.page.getByRole('group', { name: '看哪些会话' }).getByRole('button', { name });

test('before anybody is signed in', async ({ page, gallery }) => {
  await page.goto('/');
  await expect(page.getByRole('table')).toBeVisible();
  await gallery.show(page, 'first-page');
  await page.goto('/console/');
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await gallery.show(page, 'sign-in');
  await signIn(page, 'qing', 'not the password');
  await expect(page.getByRole('alert')).toBeVisible();
  await gallery.show(page, 'sign-in-refused');
});

test('a desk without anybody', async ({ page, gallery }, { project }) => {
  const desk = await DeskProcess.start(resolve(project.outputDir, '..'), 'default');
  await page.goto(desk.url);
  await expect(page.getByRole('heading', { name: '从这里开始' })).toBeVisible();
  await gallery.show(page, 'first-page-without-demo');
  await page.goto(`${desk.url}/console/`);
  await expect(page.getByRole('button', { name: '创建' })).toBeVisible();
  await gallery.show(page, 'setup');
  await page.close();
  await desk.stop();
});

test('the workbench, from nobody to everybody', async ({ people, gallery }) => {
  const qing = await people.agent('qing');
  const { page } = qing;
  await gallery.show(page, 'workbench-nobody');
  await qing.goesOnline();
  await gallery.show(page, 'workbench-empty');
  await tabOf(qing, '已结束').click();
  await gallery.show(page, 'list-closed-empty');
  await tabOf(qing, '排队').click();
  await gallery.show(page, 'list-queue-empty');
  await tabOf(qing, '我的').click();

  const known = await people.buyer();
  await known.page.getByRole('combobox').selectOption('1001');
  await known.page.getByRole('link', { name: '我的订单' }).click();
  await known.page.getByRole('button', { name: '问客服这笔订单' }).first().click();
  await known.says('这笔订单什么时候能到？');
  for (const question of QUESTIONS) {
    const buyer = await people.buyer();
    await buyer.asks('售前', question);
  }
  await expect(tabOf(qing, '排队')).toContainText('3');
  await gallery.show(page, 'list-mine');
  await tabOf(qing, '排队').click();
  await gallery.show(page, 'list-queue');
  await tabOf(qing, '我的').click();

  await qing.conversations.filter({ hasText: 'XD20260001' }).getByRole('button').click();
  await qing.says('亲，已经发出，预计后天送到。');
  await known.sendsPicture('cup.png', brokenCup());
  await known.says('上一只到的时候就碎了，这次麻烦包好一点，谢谢！');
  await qing.hears('上一只到的时候就碎了，这次麻烦包好一点，谢谢！');
  await qing.notes('上次补发过一只，注意包装');
  for (const tab of ['顾客', '订单', '短语', '备注']) {
    await page.getByRole('tab', { name: tab }).click();
    await gallery.show(page, `side-${tab}`);
  }
  const panel = page.getByRole('button', { name: '展开或收起侧栏' });
  await panel.click();
  await gallery.show(page, 'talk');
  for (const size of SMALL) {
    await page.setViewportSize(size);
    await panel.click();
    await gallery.take(page, `side-over-${String(size.width)}`);
    await page.keyboard.press('Alt+p');
  }

  await page.getByRole('log').getByRole('button', { name: '查看图片' }).last().click();
  await gallery.show(page, 'viewer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await gallery.show(page, 'command');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '小青' }).focus();
  await page.keyboard.press('?');
  await gallery.show(page, 'keys');
  await page.keyboard.press('Escape');
  for (const [button, name] of [
    ['代为登记', 'register'],
    ['转接', 'transfer'],
    ['结束会话', 'close'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await gallery.show(page, name);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Alt+,');
  await gallery.show(page, 'settings-own');
  await page.keyboard.press('Escape');

  await qing.composer.fill('/');
  await gallery.show(page, 'phrases');
  await qing.composer.fill('亲，我们是全网最低价，保证终身质保');
  await gallery.show(page, 'forbidden');
  await qing.composer.fill('');

  await qing.context.setOffline(true);
  await expect(page.getByText('连接断开').first()).toBeAttached();
  await qing.composer.fill('断网时写的');
  await qing.composer.press('Enter');
  await expect(qing.unsent).toHaveText(['断网时写的']);
  await gallery.show(page, 'offline');
  await qing.context.setOffline(false);
  await expect(qing.unsent).toHaveCount(0);

  await page.getByRole('button', { name: 'English' }).click();
  await gallery.show(page, 'talk-english');
  await page.keyboard.press('Alt+p');
  await gallery.show(page, 'side-english');
  await page.keyboard.press('Alt+p');
  await page.getByRole('button', { name: '中文' }).click();
});

test('hung up, overdue, and those who look after it', async ({ people, desk, gallery }) => {
  const qing = await people.agent('qing');
  await qing.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', QUESTIONS[1] ?? '');
  await qing.takesUp('我想要一把');
  await qing.picks('挂起…');
  await gallery.show(qing.page, 'hang-up');
  await qing.page.keyboard.press('Escape');
  await qing.hangsUp(5, '接电话', '我接个电话，马上回来');
  await gallery.show(qing.page, 'hung-up');
  const lin = await people.agent('lin');
  const tao = await people.agent('tao');
  await tao.goesOnline();
  await lin.looksAt('坐席');
  await desk.movesOn(5.5 * MINUTE);
  await expect(lin.seatOf('小青')).toContainText('超时');
  await gallery.show(qing.page, 'overdue');
  await gallery.show(lin.page, 'seats');
  await lin.seatOf('小青').getByRole('button').click();
  await gallery.show(lin.page, 'seats-day');
  await lin.page.getByRole('button', { name: 'English' }).click();
  await gallery.show(lin.page, 'seats-english');
  await lin.page.getByRole('button', { name: '中文' }).click();
  await lin.looksAt('登记');
  await gallery.show(lin.page, 'registrations-empty');
  await qing.page.getByRole('button', { name: '恢复在线' }).click();
});

test('an offer, and what others have and had', async ({ people, gallery }) => {
  const qing = await people.agent('qing');
  const tao = await people.agent('tao');
  await qing.goesOnline();
  await tao.goesOnline();
  const buyer = await people.buyer();
  await buyer.asks('售前', QUESTIONS[0] ?? '');
  const served = async (): Promise<Agent | undefined> => {
    const counts = await Promise.all([qing, tao].map((agent) => agent.conversations.count()));
    return [qing, tao][counts.indexOf(1)];
  };
  await expect.poll(served).not.toBeUndefined();
  const giver = (await served()) ?? qing;
  const taker = giver === qing ? tao : qing;
  await giver.takesUp(QUESTIONS[0] ?? '');
  await giver.gives(giver === qing ? '阿陶' : '小青', '需要更专业的解答', '想知道旅行装能不能带上飞机');
  await expect(taker.offer).toBeVisible();
  await gallery.show(taker.page, 'offer');
  await gallery.show(giver.page, 'offered');
  await taker.offer.getByRole('button', { name: '接下' }).click();
  await expect(taker.conversations).toHaveCount(1);
  await tabOf(giver, '同事').click();
  await gallery.show(giver.page, 'list-team');
  await giver.page.getByRole('listitem').getByRole('button').first().click();
  await gallery.show(giver.page, 'talk-of-a-colleague');
  await taker.takesUp(QUESTIONS[0] ?? '');
  await taker.closes('感谢光临');
  await tabOf(taker, '已结束').click();
  await gallery.show(taker.page, 'list-closed');
  await taker.page.getByRole('listitem').getByRole('button').first().click();
  await gallery.show(taker.page, 'talk-closed');
});

test('the settings of a desk', async ({ people, gallery }) => {
  const lin = await people.agent('lin');
  await lin.looksAt('设置');
  const pages = lin.page.getByRole('main').getByRole('navigation').getByRole('link');
  await expect(pages.first()).toBeVisible();
  for (let i = 0; i < (await pages.count()); i += 1) {
    await pages.nth(i).click();
    await gallery.show(lin.page, `settings-${String(i)}`);
  }
});

test('names as long as they may be', async ({ people, desk, gallery }) => {
  const shop = await EvilShop.opens(desk, desk.url);
  await shop.hires('longname', LONG);
  const agent = await people.agent('longname');
  await agent.goesOnline();
  const customers = await shop.letsIn([LONG, UNBROKEN.slice(0, 64), '王小满']);
  await eachSays(agent.page.mainFrame(), customers, (_, i) => ({
    type: 'conversation.start',
    group: shop.group,
    text: i === 1 ? UNBROKEN.repeat(3) : (QUESTIONS[i] ?? ''),
    previous: null,
    contact: null,
  }));
  await expect(agent.conversations).toHaveCount(3);
  await agent.conversations
    .filter({ hasText: UNBROKEN.slice(0, 20) })
    .getByRole('button')
    .first()
    .click();
  await gallery.show(agent.page, 'long-names');
});
