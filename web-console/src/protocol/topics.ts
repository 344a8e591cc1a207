import type { Author, ConversationId, Topic } from './frames';

export const buyerTopic = (conversation: ConversationId): Topic => `c:${conversation}:buyer`;
export const staffTopic = (conversation: ConversationId): Topic => `c:${conversation}:staff`;

export const groupTopic = (desk: string, group: string): Topic => `d:${desk}:group:${group}`;

export const supervisorsTopic = (desk: string): Topic => `d:${desk}:supervisors`;

/** Who hears a topic: both sides of a conversation, its staff, one agent, or those who look after a group or the desk. */
export type Audience = 'buyer' | 'staff' | 'agent' | 'group' | 'supervisors';

export function audienceOf(topic: Topic): Audience {
  if (topic.startsWith('d:')) {
    const kind = topic.split(':')[2];
    return kind === 'group' || kind === 'supervisors' ? kind : 'agent';
  }
  return topic.endsWith(':staff') ? 'staff' : 'buyer';
}

/** The conversation a topic belongs to; none for a topic of the desk's. */
export const conversationOf = (topic: Topic): ConversationId | undefined =>
  topic.startsWith('c:') ? topic.split(':')[1] : undefined;

/** The group whose topic this is. */
export const groupOf = (topic: Topic): string | undefined => {
  const [, , kind, group] = topic.split(':');
  return topic.startsWith('d:') && kind === 'group' ? group : undefined;
};

export const agentAuthor = (id: string): Author => `agent:${id}`;
export const isAgent = (author: Author): boolean => author.startsWith('agent:');
