// Written by FramesTypescriptTest from the sealed records in dev.xiaoer.protocol; a change by hand fails the build.

/** The name of one command, made by the client once and kept over retries. A posted message keeps it as its id. */
export type Ref = string;

/** 128 unguessable bits as 22 characters of base64url. Never a counter. */
export type ConversationId = string;

/** A log with one seq that sockets may follow. On the wire it is its name: - `c:<conversation>:buyer` – the conversation as its buyer may see it - `c:<conversation>:staff` – notes and reasons, for staff only - `d:<desk>:agent:<agent>` – what concerns one agent: conversations given and taken, the own state - `d:<desk>:group:<group>` – how a group stands; it has signals only - `d:<desk>:supervisors` – what those who lead the desk are told */
export type Topic = string;

/** Whom a conversation is offered to; on the wire `agent:<id>` or `group:<id>`. */
export type TransferTo = string;

/** Who said something; on the wire `buyer`, `agent:<id>` or `desk` (said by the software itself). */
export type Author = string;

/** How an agent stands to buyers. */
export type AvailabilityState =
  /** Takes buyers. */
  | 'ONLINE'
  /** Away for minutes, for a reason: takes no new buyers and keeps those already served (B2, B3). */
  | 'HUNG_UP'
  /** At lunch or resting, in turn (B1): whoever waits too long is offered to the group. */
  | 'ON_BREAK'
  /** Finishes those already served and is off duty with the last (A2). */
  | 'DRAINING'
  /** Hung up for too long: waiting buyers are routed again after a grace. Only the agent ends it. */
  | 'OVERDUE'
  /** Off duty. */
  | 'OFFLINE';

export type Role =
  | 'BUYER'
  | 'AGENT'
  | 'SUPERVISOR'
  | 'ADMIN';

/** Why something was not done. The words for people are in the message files, by these names; HTTP answers carry the same codes in their problem details. */
export type Refusal =
  /** The frame is not JSON, or not the JSON the type asks for. */
  | 'MALFORMED'
  | 'UNKNOWN_TYPE'
  | 'UNKNOWN_FIELD'
  /** A field has a value it may not have. */
  | 'INVALID'
  /** The text has characters that are not allowed: lone surrogates, control characters, direction overrides. */
  | 'BAD_TEXT'
  | 'TEXT_EMPTY'
  | 'TEXT_TOO_LONG'
  /** The one who asks is not, or no longer, signed in. */
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  /** Name or password is wrong; it is not said which. */
  | 'CREDENTIALS_WRONG'
  /** The password is too short, too long or one that everybody tries. */
  | 'PASSWORD_WEAK'
  /** The sign-in name is somebody's. */
  | 'NAME_TAKEN'
  /** What the shop's server says about a buyer is not signed, not signed as agreed, too old or was shown before. */
  | 'IDENTITY_REFUSED'
  /** The page's CSRF token is missing or another one. */
  | 'CSRF'
  /** HTTP only: no such method, no such type of content, too many bytes. */
  | 'METHOD_NOT_ALLOWED'
  | 'MEDIA_TYPE'
  | 'TOO_LARGE'
  /** There is no such thing, or it is none of the asker's business. */
  | 'NOT_FOUND'
  /** The conversation is closed; a new one can be started. */
  | 'CLOSED'
  /** The conversation has changed hands since: look again. */
  | 'STALE'
  /** The conversation is offered to somebody already. */
  | 'TRANSFER_PENDING'
  /** Who is to take it is away or has no free place. */
  | 'NOT_AVAILABLE'
  /** It has changed hands too often: only a supervisor may take it. */
  | 'NEEDS_SUPERVISOR'
  /** The agent has as many conversations as the agent may have. */
  | 'CAP_FULL'
  /** The conversation does not wait: somebody has it, or it is closed. */
  | 'NOT_WAITING'
  /** As many buyers wait as may: who comes now leaves a message. */
  | 'QUEUE_FULL'
  /** It was said too long ago to be taken back. */
  | 'RECALL_TOO_LATE'
  /** The conversation was rated before. */
  | 'RATED_ALREADY'
  /** The conversation has been closed for too long. */
  | 'RATING_TOO_LATE'
  /** The conversation is not closed yet, or nobody of the staff had replied in it. */
  | 'RATING_NOT_ASKED'
  /** The text has a phrase that is forbidden at the desk; the words name it. */
  | 'FORBIDDEN_PHRASE'
  /** It is not possible in the state the agent is in. */
  | 'NOT_NOW'
  /** The agent still has open conversations (A2, B6). */
  | 'STILL_SERVING'
  /** An agent who hangs up says why, and what buyers are told meanwhile (B2). */
  | 'REASON_MISSING'
  | 'AWAY_REPLY_MISSING'
  /** It is longer than may be without a supervisor's consent. */
  | 'NEEDS_CONSENT'
  /** Too few of the group would be left online (A4). */
  | 'BELOW_FLOOR'
  /** The same ref was used for something else. */
  | 'REF_REUSED'
  /** Files are switched off on this desk. */
  | 'FILES_OFF'
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  /** Files of this type are not taken, or the bytes, the name and the claimed type do not agree. */
  | 'FILE_TYPE'
  /** The file breaks the rules of its own format, or ends too early. */
  | 'FILE_DAMAGED'
  /** The picture has more pixels or frames, or takes more time to copy, than is allowed. */
  | 'PICTURE_TOO_LARGE'
  /** The conversation has used up its files or bytes of the day. */
  | 'FILE_QUOTA'
  /** The virus scanner found something. */
  | 'FILE_INFECTED'
  /** The virus scanner did not answer, and nothing is taken unseen. */
  | 'FILE_UNCHECKED'
  /** A command before this one on the same socket is not settled: send again from the oldest. */
  | 'BEHIND'
  | 'TOO_MANY'
  /** The store cannot be reached; nothing is lost, it is not known whether the command was carried out. */
  | 'STORE_UNAVAILABLE'
  /** The store has the event, but not yet as safely as promised. */
  | 'STORE_NOT_DURABLE'
  /** Something is broken on our side; it was logged. */
  | 'INTERNAL';

/** What is masked for those who do not need it. */
export type Sensitive =
  | 'PHONE'
  | 'ID_NUMBER'
  | 'CARD'
  | 'ADDRESS'
  | 'EMAIL'
  /** How the buyer wants to be reached. */
  | 'CONTACT';

export type AssignmentReason =
  /** The smallest load of those free in the group. */
  | 'LEAST_LOADED'
  /** The agent served this buyer lately. */
  | 'SERVED_LATELY'
  /** The buyer had waited for long: an agent of another group helps out. */
  | 'OVERFLOW'
  /** The agent picked the buyer from the queue. */
  | 'PICKED'
  /** A colleague handed the conversation on. */
  | 'TRANSFERRED';

export type RequeueReason =
  /** The agent's connection was gone for longer than the grace time (B6). */
  | 'AGENT_LOST'
  /** The agent went off duty while the buyer waited. */
  | 'AGENT_OFFLINE'
  /** The agent was hung up for too long, and the grace was over too (B2). */
  | 'AGENT_OVERDUE'
  /** The agent was on a break, and the buyer had waited for a while. */
  | 'BREAK_UNANSWERED'
  /** The agent was offered the conversation and did not answer in time. */
  | 'OFFER_UNANSWERED';

/** How the offer of a conversation ended. */
export type TransferHow =
  | 'ACCEPTED'
  | 'REFUSED'
  /** Nobody answered in time, or who was asked has gone. */
  | 'EXPIRED'
  /** Who offered it took it back, or has it no longer. */
  | 'WITHDRAWN';

/** On what occasion the desk says something by itself. It is no person's answer and ends no wait. */
export type ReplyKind =
  /** The agent has hung up (B3). */
  | 'HUNG_UP'
  /** The agent has a break (B1). */
  | 'ON_BREAK'
  /** The agent stays away longer than agreed (B4). */
  | 'AWAY'
  /** Nobody is on duty. */
  | 'OFF_HOURS'
  /** The buyer waits in the queue. */
  | 'QUEUEING'
  /** The agent has as many buyers as one can have. */
  | 'BUSY'
  /** The buyer's first words of the day. */
  | 'FIRST_RECEPTION'
  /** The agent is there and has not answered for a while (C1). */
  | 'SLOW_ANSWER'
  /** The conversation was closed (C6). */
  | 'CLOSING'
  /** The buyer's words have a keyword (C9). */
  | 'KEYWORD'
  /** The buyer asks what is known, and nobody is there to answer. */
  | 'FAQ';

export type TakenReason =
  | 'CLOSED'
  | 'REQUEUED'
  /** A colleague has accepted it. */
  | 'TRANSFERRED';

export type ResyncReason =
  /** Another event stands at the client's position. */
  | 'DIVERGED'
  /** The client has more than the log. */
  | 'AHEAD';

/** The last event a client has of a topic. */
export interface Position {
  /** its number in the topic, from 1 */
  readonly seq: number;
  /** its id: a log that lost data has another event, or none, at this seq */
  readonly id: string;
}

export interface You {
  readonly role: Role;
  readonly id: string;
  readonly name: string | null;
  /** the desk of a staff member; null for a buyer */
  readonly desk: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** the type that was found in the bytes, not the one that was claimed */
  readonly mime: string;
  /** in bytes */
  readonly size: number;
  /** in pixels, for pictures */
  readonly width: number | null;
  /** in pixels, for pictures */
  readonly height: number | null;
}

export interface BuyerCard {
  readonly id: string;
  /** what to call the buyer; null for one who is not known */
  readonly name: string | null;
}

export interface AgentCard {
  readonly id: string;
  readonly name: string;
}

export interface Head {
  readonly topic: Topic;
  readonly seq: number;
}

/** The first message of a new conversation; the message is what pairs a buyer with an agent. Answered with the topic of the conversation: the one that is open already, if there is one. */
export interface ByBuyerStart {
  readonly type: 'conversation.start';
  readonly ref: Ref;
  /** the group to ask for; without it the one that the desk has settled for the page or for how far the buyer's youngest order has come, else the shop's first where somebody is on duty */
  readonly group: string | null;
  readonly text: string;
  /** the own closed conversation that this one follows */
  readonly previous: ConversationId | null;
  /** how to reach the buyer when nobody is on duty, at most 200 characters; told to the staff only. With one, also with an empty one, the buyer leaves a message; without, it is refused as `QUEUE_FULL` while too many wait */
  readonly contact: string | null;
  /** what the shop's page calls itself, at most 100 characters */
  readonly page: string | null;
  /** what the buyer asks about, at most 2 things; shown before the first words, and left out where the shop has no such product. Not shown where a conversation is open already: the answer's seq is not 2 then */
  readonly about: readonly CardAsked[] | null;
}

export interface ByBuyerPost {
  readonly type: 'message.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly text: string;
}

/** Posts a file that was uploaded before. */
export interface ByBuyerPostAttachment {
  readonly type: 'attachment.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** the id the upload was answered with */
  readonly attachment: string;
}

/** Shows a product or an order; what it looks like the server knows. */
export interface ByBuyerPostCard {
  readonly type: 'card.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly card: CardAsked;
}

/** Takes back what one has said, soon after it was said. */
export interface ByBuyerRecall {
  readonly type: 'message.recall';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** of the own message, attachment or card */
  readonly seq: number;
}

/** Says how content the buyer is; once, and only after the close. */
export interface ByBuyerRate {
  readonly type: 'rating.give';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** 1 to 5, the most is best */
  readonly stars: number;
  /** at most 500 characters */
  readonly comment: string | null;
}

/** Listens to a topic from a position on. */
export interface ByBuyerFollow {
  readonly type: 'topic.follow';
  readonly ref: Ref;
  readonly topic: Topic;
  /** the last event the client has of this topic, or null for all of it */
  readonly have: Position | null;
  /** without `have`, only so many of the last events are sent: 1 to 500 */
  readonly last: number | null;
}

/** The first frame of a socket; without it the socket is closed after a while. */
export interface ByBuyerHello {
  readonly type: 'hello';
  /** what the shop's page got for this buyer; opens this buyer's conversations and nothing else */
  readonly token: string;
  /** the language for the words of refusals, a BCP 47 tag */
  readonly language: string | null;
}

export interface ByBuyerUnfollow {
  readonly type: 'topic.unfollow';
  readonly topic: Topic;
}

export interface ByBuyerTyping {
  readonly type: 'typing';
  readonly conversation: ConversationId;
}

/** Everything up to this seq has reached the screen. */
export interface ByBuyerReceived {
  readonly type: 'received';
  readonly conversation: ConversationId;
  readonly seq: number;
}

/** Everything up to this seq was looked at. */
export interface ByBuyerRead {
  readonly type: 'read';
  readonly conversation: ConversationId;
  readonly seq: number;
}

export interface ByBuyerHeartbeat {
  readonly type: 'heartbeat';
}

/** What the buyers' door reads. */
export type ByBuyer =
  | ByBuyerStart
  | ByBuyerPost
  | ByBuyerPostAttachment
  | ByBuyerPostCard
  | ByBuyerRecall
  | ByBuyerRate
  | ByBuyerFollow
  | ByBuyerHello
  | ByBuyerUnfollow
  | ByBuyerTyping
  | ByBuyerReceived
  | ByBuyerRead
  | ByBuyerHeartbeat;

export interface CardAskedProduct {
  readonly type: 'product';
  /** the shop's own id, at most 64 visible characters of ASCII */
  readonly product: string;
}

export interface CardAskedOrder {
  readonly type: 'order';
  /** its number, at most 64 visible characters of ASCII */
  readonly order: string;
}

/** What a card is to show: only its name crosses the wire, so that nobody makes up an order. */
export type CardAsked =
  | CardAskedProduct
  | CardAskedOrder;

export interface ByAgentPost {
  readonly type: 'message.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** the revision of the conversation the agent saw; an older one is refused as STALE */
  readonly revision: number;
  readonly text: string;
}

export interface ByAgentPostAttachment {
  readonly type: 'attachment.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly revision: number;
  readonly attachment: string;
}

/** Shows a product or an order; what it looks like the server knows. */
export interface ByAgentPostCard {
  readonly type: 'card.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly revision: number;
  readonly card: CardAsked;
}

/** Takes back what one has said oneself, soon after it was said. */
export interface ByAgentRecall {
  readonly type: 'message.recall';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** of the own message, attachment or card */
  readonly seq: number;
}

/** A note for colleagues: it goes to the staff topic, which no buyer can follow. */
export interface ByAgentPostNote {
  readonly type: 'note.post';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly text: string;
  /** ids of colleagues who are to look at it, at most 10; each is told on the own topic */
  readonly mentions: readonly string[];
}

export interface ByAgentClose {
  readonly type: 'conversation.close';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly revision: number;
  /** what is said last: both are done, or neither; the ref and the reply are then those of the thanks */
  readonly thanks: string | null;
}

/** Offers a conversation of one's own to somebody else; it stays one's own until the other accepts. The ref becomes the transfer's name. */
export interface ByAgentOfferTransfer {
  readonly type: 'transfer.offer';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** the revision of the conversation the agent saw; an older one is refused as STALE */
  readonly revision: number;
  readonly to: TransferTo;
  /** 1 to 50 characters */
  readonly reason: string;
  /** for the other, at most 500 characters; may be empty */
  readonly note: string;
}

export interface ByAgentAnswerTransfer {
  readonly type: 'transfer.answer';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly transfer: Ref;
  readonly accepted: boolean;
  /** why not, at most 50 characters */
  readonly reason: string | null;
}

/** Takes an offer of one's own back, while it is not answered. */
export interface ByAgentWithdrawTransfer {
  readonly type: 'transfer.withdraw';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  readonly transfer: Ref;
}

/** Answers an offer. One that was not answered in time goes to somebody else: STALE. */
export interface ByAgentAnswerAssignment {
  readonly type: 'assignment.answer';
  readonly ref: Ref;
  readonly conversation: ConversationId;
  /** as the offer named it */
  readonly claim: number;
  readonly accepted: boolean;
}

/** Takes a waiting conversation out of its turn; FORBIDDEN where the group does not allow it. */
export interface ByAgentPick {
  readonly type: 'queue.pick';
  readonly ref: Ref;
  readonly conversation: ConversationId;
}

/** The agent takes buyers, finishes those there are, or is off duty. `OFFLINE` is refused as STILL_SERVING while open conversations are the agent's; `DRAINING` turns into it with the last close. */
export interface ByAgentSetAvailability {
  readonly type: 'availability.set';
  readonly ref: Ref;
  /** `ONLINE`, `DRAINING` or `OFFLINE`: the others have commands of their own */
  readonly state: AvailabilityState;
}

/** Takes no new buyers for a while and keeps those already served. */
export interface ByAgentHangUp {
  readonly type: 'availability.hang-up';
  readonly ref: Ref;
  /** why, 1 to 50 characters */
  readonly reason: string;
  /** what buyers who write meanwhile are told, 1 to 500 characters */
  readonly away: string;
  /** how long; longer than the group's limit needs a supervisor's consent beforehand */
  readonly minutes: number;
}

/** Asks the supervisors for more time, before it is needed. */
export interface ByAgentAskTime {
  readonly type: 'availability.ask-time';
  readonly ref: Ref;
  /** how much longer than the limit */
  readonly minutes: number;
  /** why, 1 to 50 characters */
  readonly reason: string;
}

/** Begins a break, or stands in line for one while as many as may are on theirs. */
export interface ByAgentTakeBreak {
  readonly type: 'break.take';
  readonly ref: Ref;
}

/** Leaves the line, or gives up the break that is kept. */
export interface ByAgentWithdrawBreak {
  readonly type: 'break.withdraw';
  readonly ref: Ref;
}

/** Listens to a topic from a position on: the agent's own topic, a group's, or a conversation of the agent's desk. */
export interface ByAgentFollow {
  readonly type: 'topic.follow';
  readonly ref: Ref;
  readonly topic: Topic;
  readonly have: Position | null;
  /** without `have`, only so many of the last events are sent: 1 to 500 */
  readonly last: number | null;
}

/** The first frame of a socket. */
export interface ByAgentHello {
  readonly type: 'hello';
  /** a one-use ticket from `POST /api/v1/staff/socket-ticket` */
  readonly ticket: string;
  /** the language for the words of refusals, a BCP 47 tag */
  readonly language: string | null;
}

export interface ByAgentUnfollow {
  readonly type: 'topic.unfollow';
  readonly topic: Topic;
}

/** The buyer hears of it, so it is refused as FORBIDDEN to all but the conversation's agent; `received` and `read` too. */
export interface ByAgentTyping {
  readonly type: 'typing';
  readonly conversation: ConversationId;
}

export interface ByAgentReceived {
  readonly type: 'received';
  readonly conversation: ConversationId;
  readonly seq: number;
}

export interface ByAgentRead {
  readonly type: 'read';
  readonly conversation: ConversationId;
  readonly seq: number;
}

export interface ByAgentHeartbeat {
  readonly type: 'heartbeat';
}

/** What the staff's door reads. What only supervisors may say will be a kind of its own. */
export type ByAgent =
  | ByAgentPost
  | ByAgentPostAttachment
  | ByAgentPostCard
  | ByAgentRecall
  | ByAgentPostNote
  | ByAgentClose
  | ByAgentOfferTransfer
  | ByAgentAnswerTransfer
  | ByAgentWithdrawTransfer
  | ByAgentAnswerAssignment
  | ByAgentPick
  | ByAgentSetAvailability
  | ByAgentHangUp
  | ByAgentAskTime
  | ByAgentTakeBreak
  | ByAgentWithdrawBreak
  | ByAgentFollow
  | ByAgentHello
  | ByAgentUnfollow
  | ByAgentTyping
  | ByAgentReceived
  | ByAgentRead
  | ByAgentHeartbeat;

/** The answer to hello. */
export interface FrameWelcome {
  readonly type: 'welcome';
  /** names this socket in logs; no secret */
  readonly connection: string;
  readonly you: You;
  /** how often the client sends a heartbeat, in seconds */
  readonly heartbeat: number;
  /** what the client will want to follow: an agent's own topic, a buyer's open conversations */
  readonly topics: readonly Topic[];
}

/** A command was carried out and what it did is on disk. */
export interface FrameReply {
  readonly type: 'reply';
  readonly ref: Ref;
  /** where its event is */
  readonly topic: Topic;
  /** the event's number there */
  readonly seq: number;
  /** the event's id */
  readonly id: string;
  /** Redis' time of the event, in ms */
  readonly ts: number;
}

/** A command was not carried out, or (if `retry`) it is not known whether it was: then the same command with the same ref settles it. */
export interface FrameRefused {
  readonly type: 'refusal';
  /** the command's; null when the frame could not be read that far */
  readonly ref: Ref | null;
  readonly code: Refusal;
  /** for people, in the language asked for */
  readonly words: string;
  readonly retry: boolean;
  readonly retryAfterMs: number | null;
}

/** One event of a topic's log. */
export interface FrameLogged {
  readonly type: 'event';
  readonly topic: Topic;
  readonly seq: number;
  readonly id: string;
  readonly ts: number;
  readonly event: Event;
}

export interface FrameSignalled {
  readonly type: 'signal';
  readonly topic: Topic;
  readonly signal: Signal;
}

/** A topic is followed; what was missed comes before this frame, what is new comes after it. Told once more, with the same ref, when the topic had to be begun anew meanwhile: behind a resync, or when its log was shortened past what this socket had been sent. */
export interface FrameFollowed {
  readonly type: 'followed';
  readonly ref: Ref;
  readonly topic: Topic;
  /** the topic's head; 0 for an empty one */
  readonly seq: number;
  /** the first event that was sent or would be: 1 for the whole log; what is older is had by REST */
  readonly from: number;
  /** the log no longer reaches back to what the client has: it starts again from a snapshot */
  readonly limited: boolean;
}

/** The log is not the one the client knows: the store lost data. The client drops this topic and takes it again from the start; what follows is the whole log. It may come at any time. */
export interface FrameResync {
  readonly type: 'resync';
  readonly topic: Topic;
  readonly reason: ResyncReason;
}

/** The answer to a heartbeat: where the followed topics end. A client that has less asks again. */
export interface FrameHeads {
  readonly type: 'heartbeat';
  readonly heads: readonly Head[];
}

/** The server is going away; it is well to come back after this time, to another node. */
export interface FrameGoodbye {
  readonly type: 'goodbye';
  readonly reconnectAfterMs: number;
}

/** The store cannot be reached: commands are refused for now, sockets stay. */
export interface FrameStore {
  readonly type: 'store';
  readonly available: boolean;
}

/** What the server sends. */
export type Frame =
  | FrameWelcome
  | FrameReply
  | FrameRefused
  | FrameLogged
  | FrameSignalled
  | FrameFollowed
  | FrameResync
  | FrameHeads
  | FrameGoodbye
  | FrameStore;

/** Something that happened, kept in the log of a topic. The audience is in the type: what is not [ForBuyer] cannot be appended to a buyer topic. */
export type Event =
  | ForBuyer
  | ForStaff
  | ForAgent
  | ForSupervisors;

export interface ForBuyerMessagePosted {
  readonly type: 'message.posted';
  readonly author: Author;
  readonly text: string;
}

export interface ForBuyerAttachmentPosted {
  readonly type: 'attachment.posted';
  readonly author: Author;
  readonly attachment: Attachment;
}

export interface ForBuyerCardPosted {
  readonly type: 'card.posted';
  readonly author: Author;
  readonly card: Card;
}

export interface ForBuyerConversationOpened {
  readonly type: 'conversation.opened';
  readonly shop: string;
  readonly group: string;
  /** who asks */
  readonly buyer: BuyerCard;
  /** the buyer's closed conversation that this one follows */
  readonly previous: ConversationId | null;
  /** what the buyer asks about, as it looked then; null for nothing */
  readonly about: readonly Card[] | null;
}

/** The author took back the own event of that seq. Who has it shows it no more. */
export interface ForBuyerMessageRecalled {
  readonly type: 'message.recalled';
  readonly author: Author;
  readonly seq: number;
}

/** Stands in the log in place of what was taken back, for all who read it later: same seq, id and time. */
export interface ForBuyerMessageWithdrawn {
  readonly type: 'message.withdrawn';
  readonly author: Author;
}

/** The conversation has an agent from here on. */
export interface ForBuyerConversationAssigned {
  readonly type: 'conversation.assigned';
  readonly agent: AgentCard;
}

/** Another agent has the conversation from here on. */
export interface ForBuyerConversationTransferred {
  readonly type: 'conversation.transferred';
  readonly agent: AgentCard;
}

/** The conversation waits again, at its old place. */
export interface ForBuyerConversationRequeued {
  readonly type: 'conversation.requeued';
}

export interface ForBuyerConversationClosed {
  readonly type: 'conversation.closed';
  readonly by: Author;
  /** whether the buyer may say how content they are: somebody of the staff had replied */
  readonly ratingAsked: boolean;
}

export interface ForBuyerConversationRated {
  readonly type: 'conversation.rated';
  /** 1 to 5, the most is best */
  readonly stars: number;
  readonly comment: string | null;
}

/** Events of a conversation's buyer topic; its buyer and the staff see them. */
export type ForBuyer =
  | ForBuyerMessagePosted
  | ForBuyerAttachmentPosted
  | ForBuyerCardPosted
  | ForBuyerConversationOpened
  | ForBuyerMessageRecalled
  | ForBuyerMessageWithdrawn
  | ForBuyerConversationAssigned
  | ForBuyerConversationTransferred
  | ForBuyerConversationRequeued
  | ForBuyerConversationClosed
  | ForBuyerConversationRated;

export interface CardProduct {
  readonly type: 'product';
  /** the shop's own */
  readonly id: string;
  readonly name: string;
  readonly price: number;
  /** where its picture is */
  readonly picture: string | null;
  /** its page in the shop */
  readonly url: string | null;
}

export interface CardOrder {
  readonly type: 'order';
  readonly number: string;
  /** whether it is an order of the conversation's buyer; if not, nothing but its number is told */
  readonly verified: boolean;
  readonly state: string | null;
  /** in ms */
  readonly placedAt: number | null;
  /** the name of its first item */
  readonly title: string | null;
  /** how many pieces in all */
  readonly quantity: number | null;
  readonly total: number | null;
  /** of its first item */
  readonly picture: string | null;
}

/** What a conversation is about, as it looked when it was shown. Filled by the server; money in cents. */
export type Card =
  | CardProduct
  | CardOrder;

export interface ForStaffNotePosted {
  readonly type: 'note.posted';
  readonly author: Author;
  readonly text: string;
  /** ids of colleagues who were told of it */
  readonly mentions: readonly string[];
}

export interface ForStaffContactLeft {
  readonly type: 'contact.left';
  /** how the buyer wants to be reached */
  readonly contact: string;
}

/** Somebody had something shown that is masked otherwise (C8). */
export interface ForStaffSensitiveRevealed {
  readonly type: 'sensitive.revealed';
  /** the id of who looked */
  readonly by: string;
  /** of the buyer topic's event it stands in; null when it stands elsewhere */
  readonly seq: number | null;
  readonly what: Sensitive;
}

/** Somebody had shown what was taken back. */
export interface ForStaffRecalledShown {
  readonly type: 'recalled.shown';
  /** the id of who looked */
  readonly by: string;
  /** of what was taken back */
  readonly seq: number;
}

/** Why this agent got this buyer. */
export interface ForStaffAssignmentExplained {
  readonly type: 'assignment.explained';
  readonly agent: string;
  readonly revision: number;
  readonly reason: AssignmentReason;
  /** how many conversations the agent had, the new one not counted */
  readonly load: number;
  /** how many the agent may have */
  readonly cap: number;
  /** 1 to 100: the agent's share in the group, 10 for everybody nothing is settled for */
  readonly weight: number;
  /** when the agent served this buyer last, in ms, where that is the reason; else null */
  readonly lastServed: number | null;
}

export interface ForStaffRequeueExplained {
  readonly type: 'requeue.explained';
  /** the agent who had it */
  readonly from: string | null;
  readonly revision: number;
  readonly reason: RequeueReason;
}

/** What became of an offer to somebody else (C2). */
export interface ForStaffTransferExplained {
  readonly type: 'transfer.explained';
  readonly transfer: Ref;
  /** the id of who offered it */
  readonly from: string;
  /** the id of who was asked; null when nobody was */
  readonly to: string | null;
  /** the group it was offered to; null when an agent was named */
  readonly group: string | null;
  readonly reason: string;
  /** may be empty */
  readonly note: string;
  /** which transfer of the conversation it is or would have been: 1 for the first */
  readonly hop: number;
  readonly how: TransferHow;
  /** when it was accepted: since when the buyer waited for an answer of `from`, in ms; null when everything was answered */
  readonly asked: number | null;
}

/** Why the desk has said something by itself. */
export interface ForStaffReplyExplained {
  readonly type: 'reply.explained';
  /** of what it said, in the buyer topic */
  readonly seq: number;
  readonly kind: ReplyKind;
  /** of the desk's pack */
  readonly rule: string;
  /** the keyword that was found, or how much of a known question agrees; null where the kind says it all */
  readonly trigger: string | null;
}

/** Events of a conversation's staff topic. No buyer ever sees one. */
export type ForStaff =
  | ForStaffNotePosted
  | ForStaffContactLeft
  | ForStaffSensitiveRevealed
  | ForStaffRecalledShown
  | ForStaffAssignmentExplained
  | ForStaffRequeueExplained
  | ForStaffTransferExplained
  | ForStaffReplyExplained;

/** A conversation is the agent's from here on. */
export interface ForAgentConversationGiven {
  readonly type: 'conversation.given';
  readonly conversation: ConversationId;
  /** what the agent's commands on the conversation have to name */
  readonly revision: number;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
  /** what the shop's server calls the buyer's rank; null for a buyer without one */
  readonly tier: string | null;
}

export interface ForAgentConversationTaken {
  readonly type: 'conversation.taken';
  readonly conversation: ConversationId;
  readonly reason: TakenReason;
}

/** A colleague mentioned the agent in a note on a conversation. */
export interface ForAgentMentioned {
  readonly type: 'mentioned';
  readonly conversation: ConversationId;
  /** the colleague's id */
  readonly by: string;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
}

/** A colleague offers a conversation; until it is answered, a place is held for it. */
export interface ForAgentTransferOffered {
  readonly type: 'transfer.offered';
  /** what the answer has to name */
  readonly transfer: Ref;
  readonly conversation: ConversationId;
  readonly shop: string;
  /** the conversation's, as long as it is the colleague's */
  readonly group: string;
  readonly buyer: BuyerCard;
  readonly from: AgentCard;
  readonly reason: string;
  /** may be empty */
  readonly note: string;
  /** when the offer ends by itself, in ms */
  readonly until: number;
}

/** Told to both, once. */
export interface ForAgentTransferEnded {
  readonly type: 'transfer.ended';
  readonly transfer: Ref;
  readonly conversation: ConversationId;
  readonly how: TransferHow;
  /** the id of who ended it; null when the desk did */
  readonly by: string | null;
  /** of who refused it */
  readonly reason: string | null;
}

/** A colleague of another group has written down what a buyer of the agent's group asked (C3). */
export interface ForAgentRegisteredFor {
  readonly type: 'registered.for';
  readonly registration: string;
  readonly shop: string;
  readonly group: string;
  /** the colleague's id */
  readonly by: string;
  readonly question: string;
}

/** The agent is asked whether to take a buyer; a place is held meanwhile. */
export interface ForAgentAssignmentOffered {
  readonly type: 'assignment.offered';
  readonly conversation: ConversationId;
  /** what the answer has to name */
  readonly claim: number;
  readonly shop: string;
  readonly group: string;
  readonly buyer: BuyerCard;
  /** when the offer lapses, in ms */
  readonly until: number;
}

/** What was offered is the agent's no more: it was declined, or not answered in time. */
export interface ForAgentAssignmentLapsed {
  readonly type: 'assignment.lapsed';
  readonly conversation: ConversationId;
  readonly claim: number;
}

export interface ForAgentAvailabilityChanged {
  readonly type: 'availability.changed';
  /** the agent's new one */
  readonly state: AvailabilityState;
  /** when it began, in ms */
  readonly since: number;
  /** when the time for it is over, in ms; null when there is none */
  readonly until: number | null;
  /** why the agent is hung up; null when there is none, or when the desk did it */
  readonly reason: string | null;
  /** what buyers who write meanwhile are told */
  readonly away: string | null;
}

/** The time for being hung up is nearly over. */
export interface ForAgentAvailabilityWarned {
  readonly type: 'availability.warned';
  /** when it is, in ms */
  readonly until: number;
}

export interface ForAgentBreakWaiting {
  readonly type: 'break.waiting';
  /** in the line for a break, 1 is the next; 0 when the agent is no longer in it */
  readonly position: number;
}

/** It is the agent's turn to have a break. */
export interface ForAgentBreakReady {
  readonly type: 'break.ready';
  /** how long that is kept, in ms */
  readonly until: number;
}

/** A supervisor has decided on a request for more time. */
export interface ForAgentTimeDecided {
  readonly type: 'time.decided';
  readonly request: string;
  readonly agent: string;
  readonly granted: boolean;
  /** how many were granted; 0 when none */
  readonly minutes: number;
  /** the supervisor's id */
  readonly by: string;
  readonly note: string | null;
}

/** Events of an agent's own topic. */
export type ForAgent =
  | ForAgentConversationGiven
  | ForAgentConversationTaken
  | ForAgentMentioned
  | ForAgentTransferOffered
  | ForAgentTransferEnded
  | ForAgentRegisteredFor
  | ForAgentAssignmentOffered
  | ForAgentAssignmentLapsed
  | ForAgentAvailabilityChanged
  | ForAgentAvailabilityWarned
  | ForAgentBreakWaiting
  | ForAgentBreakReady
  | ForAgentTimeDecided;

export interface ForSupervisorsAgentChanged {
  readonly type: 'agent.changed';
  readonly agent: string;
  readonly name: string;
  readonly state: AvailabilityState;
  /** when the state began, in ms */
  readonly since: number;
  /** when the time for it is over, in ms; null when there is none */
  readonly until: number | null;
  readonly reason: string | null;
}

/** The agent was hung up for longer than agreed (B2). */
export interface ForSupervisorsAgentOverdue {
  readonly type: 'agent.overdue';
  readonly agent: string;
  readonly name: string;
  /** when that began, in ms */
  readonly since: number;
}

/** The agent's break is over and the agent is not back (B1). */
export interface ForSupervisorsBreakOverrun {
  readonly type: 'break.overrun';
  readonly agent: string;
  readonly name: string;
  /** when it was over, in ms */
  readonly since: number;
}

/** An agent asks for more time to be hung up; it is decided by REST. */
export interface ForSupervisorsTimeAsked {
  readonly type: 'time.asked';
  readonly request: string;
  readonly agent: string;
  readonly name: string;
  readonly minutes: number;
  readonly reason: string;
}

/** Events of a desk's topic for those who lead it. */
export type ForSupervisors =
  | ForSupervisorsAgentChanged
  | ForSupervisorsAgentOverdue
  | ForSupervisorsBreakOverrun
  | ForSupervisorsTimeAsked
  | ForAgentTimeDecided;

export interface SignalTyping {
  readonly type: 'typing';
  readonly author: Author;
}

/** How far the log has reached the screens of a side. */
export interface SignalReceived {
  readonly type: 'received';
  readonly author: Author;
  readonly seq: number;
}

/** How far the log was looked at by a side. */
export interface SignalRead {
  readonly type: 'read';
  readonly author: Author;
  readonly seq: number;
}

export interface SignalQueuePosition {
  readonly type: 'queue.position';
  /** 1 is the next; null while it is not known */
  readonly position: number | null;
  /** how many agents of the group are on duty; 0 means that nobody will come soon: what was written is kept as a message, and the buyer need not stay */
  readonly onDuty: number;
  /** how long from now it takes at the group's recent pace; null while that is not known */
  readonly estimateSeconds: number | null;
}

/** Something has moved in a group: its queue, who has its conversations, who is on duty. */
export interface SignalGroupChanged {
  readonly type: 'group.changed';
  /** how many buyers wait */
  readonly waiting: number;
  /** how many agents are on duty */
  readonly onDuty: number;
}

/** Something about a topic that is true now and kept in no log. A signal may be lost; the next one mends it. */
export type Signal =
  | SignalTyping
  | SignalReceived
  | SignalRead
  | SignalQueuePosition
  | SignalGroupChanged;

export const FRAME_TYPES = [
  'welcome',
  'reply',
  'refusal',
  'event',
  'signal',
  'followed',
  'resync',
  'heartbeat',
  'goodbye',
  'store',
] as const;

export const EVENT_TYPES = [
  'message.posted',
  'attachment.posted',
  'card.posted',
  'conversation.opened',
  'message.recalled',
  'message.withdrawn',
  'conversation.assigned',
  'conversation.transferred',
  'conversation.requeued',
  'conversation.closed',
  'conversation.rated',
  'note.posted',
  'contact.left',
  'sensitive.revealed',
  'recalled.shown',
  'assignment.explained',
  'requeue.explained',
  'transfer.explained',
  'reply.explained',
  'conversation.given',
  'conversation.taken',
  'mentioned',
  'transfer.offered',
  'transfer.ended',
  'registered.for',
  'assignment.offered',
  'assignment.lapsed',
  'availability.changed',
  'availability.warned',
  'break.waiting',
  'break.ready',
  'time.decided',
  'agent.changed',
  'agent.overdue',
  'break.overrun',
  'time.asked',
] as const;

export const SIGNAL_TYPES = [
  'typing',
  'received',
  'read',
  'queue.position',
  'group.changed',
] as const;

/** Whether the same command with the same ref should be sent again. */
export const REFUSAL_RETRIES: Readonly<Record<Refusal, boolean>> = {
  MALFORMED: false,
  UNKNOWN_TYPE: false,
  UNKNOWN_FIELD: false,
  INVALID: false,
  BAD_TEXT: false,
  TEXT_EMPTY: false,
  TEXT_TOO_LONG: false,
  UNAUTHENTICATED: false,
  FORBIDDEN: false,
  CREDENTIALS_WRONG: false,
  PASSWORD_WEAK: false,
  NAME_TAKEN: false,
  IDENTITY_REFUSED: false,
  CSRF: false,
  METHOD_NOT_ALLOWED: false,
  MEDIA_TYPE: false,
  TOO_LARGE: false,
  NOT_FOUND: false,
  CLOSED: false,
  STALE: false,
  TRANSFER_PENDING: false,
  NOT_AVAILABLE: false,
  NEEDS_SUPERVISOR: false,
  CAP_FULL: false,
  NOT_WAITING: false,
  QUEUE_FULL: false,
  RECALL_TOO_LATE: false,
  RATED_ALREADY: false,
  RATING_TOO_LATE: false,
  RATING_NOT_ASKED: false,
  FORBIDDEN_PHRASE: false,
  NOT_NOW: false,
  STILL_SERVING: false,
  REASON_MISSING: false,
  AWAY_REPLY_MISSING: false,
  NEEDS_CONSENT: false,
  BELOW_FLOOR: false,
  REF_REUSED: false,
  FILES_OFF: false,
  FILE_EMPTY: false,
  FILE_TOO_LARGE: false,
  FILE_TYPE: false,
  FILE_DAMAGED: false,
  PICTURE_TOO_LARGE: false,
  FILE_QUOTA: false,
  FILE_INFECTED: false,
  FILE_UNCHECKED: true,
  BEHIND: true,
  TOO_MANY: true,
  STORE_UNAVAILABLE: true,
  STORE_NOT_DURABLE: true,
  INTERNAL: true,
};

/** What a client does next. */
export type Then = 'COME_BACK' | 'SIGN_IN' | 'STAY_AWAY';

/** Why the server closed a socket, and what the client should do about it. */
export const CLOSE_REASONS = {
  COME_BACK: { code: 1012, then: 'COME_BACK' },
  BAD_FRAME: { code: 4400, then: 'STAY_AWAY' },
  UNAUTHENTICATED: { code: 4401, then: 'SIGN_IN' },
  FOREIGN_ORIGIN: { code: 4403, then: 'STAY_AWAY' },
  TOO_SLOW: { code: 4408, then: 'COME_BACK' },
  FRAME_TOO_LARGE: { code: 4413, then: 'STAY_AWAY' },
  TOO_MANY: { code: 4429, then: 'COME_BACK' },
} as const satisfies Record<string, { readonly code: number; readonly then: Then }>;
