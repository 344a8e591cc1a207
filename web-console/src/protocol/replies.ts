import { readField, readList, readNumber, readText } from './rest';

/** The desk's own replies, as supervisors see and change them. */

/** The desk's rule pack. */
export interface Pack {
  readonly yaml: string;
  /** Grows with every change; a change of an older one is refused as STALE. */
  readonly version: number;
}

/** Why a pack is not taken. */
export interface PackProblem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What has just happened. */
export const OCCASIONS = ['SPOKE', 'QUEUED', 'WAITS', 'CLOSED'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** How the buyer finds the desk. */
export const SCENES = ['ONLINE', 'BUSY', 'HUNG_UP', 'ON_BREAK', 'OVERDUE', 'QUEUED', 'NOBODY'] as const;
export type Scene = (typeof SCENES)[number];

export interface TryAsked {
  /** What is tried instead of the pack that holds; null for the one that holds. */
  readonly yaml: string | null;
  readonly occasion: Occasion;
  readonly scene: Scene;
  readonly text: string;
  /** In ms; null for now. */
  readonly at: number | null;
  readonly group: string | null;
  /** What buyers call the agent. */
  readonly agent: string;
  readonly buyer: string | null;
  readonly shop: string;
  /** How long the buyer has waited, in seconds. */
  readonly waited: number;
  /** In how many minutes the agent is back; null when that is not known. */
  readonly back: number | null;
  /** In the queue, from 1. */
  readonly position: number;
  /** These are the buyer's first words of the day. */
  readonly first: boolean;
}

export interface TriedReply {
  readonly kind: string;
  readonly rule: string;
  readonly text: string;
}

/** A rule that had its moment, and what became of it. */
export interface TriedRule {
  readonly kind: string;
  readonly rule: string;
  readonly outcome: string;
  /** The keyword that was found, or how much of the question agrees. */
  readonly detail: string | null;
}

/** What would be put before the agent to choose from. */
export interface TriedSuggestion {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

export interface Tried {
  readonly replies: readonly TriedReply[];
  readonly considered: readonly TriedRule[];
  readonly suggestions: readonly TriedSuggestion[];
}

export function readPack(value: unknown): Pack | undefined {
  const yaml = readText(value, 'yaml');
  const version = readNumber(value, 'version');
  return yaml === undefined || version === undefined ? undefined : { yaml, version };
}

function readPackProblem(value: unknown): PackProblem | undefined {
  const reason = readText(value, 'reason');
  return reason === undefined ? undefined : { line: readNumber(value, 'line') ?? 1, reason };
}

/** What a refusal says of the pack; empty when it was refused for something else. */
export const readPackProblems = (value: unknown): readonly PackProblem[] =>
  readList(readField(value, 'mistakes'), readPackProblem);

function readReply(value: unknown): TriedReply | undefined {
  const text = readText(value, 'text');
  return text === undefined
    ? undefined
    : { text, kind: readText(value, 'kind') ?? '', rule: readText(value, 'rule') ?? '' };
}

function readRule(value: unknown): TriedRule | undefined {
  const rule = readText(value, 'rule');
  const outcome = readText(value, 'outcome');
  return rule === undefined || outcome === undefined
    ? undefined
    : { rule, outcome, kind: readText(value, 'kind') ?? '', detail: readText(value, 'detail') ?? null };
}

function readSuggestion(value: unknown): TriedSuggestion | undefined {
  const id = readText(value, 'id');
  const answer = readText(value, 'answer');
  return id === undefined || answer === undefined
    ? undefined
    : { id, answer, question: readText(value, 'question') ?? id };
}

export const readTried = (value: unknown): Tried | undefined =>
  Array.isArray(readField(value, 'replies'))
    ? {
        replies: readList(readField(value, 'replies'), readReply),
        considered: readList(readField(value, 'considered'), readRule),
        suggestions: readList(readField(value, 'suggestions'), readSuggestion),
      }
    : undefined;
