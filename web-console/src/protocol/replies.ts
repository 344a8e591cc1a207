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
export const MOMENTS = ['SPOKE', 'WAITED', 'CLOSED'] as const;
export type Moment = (typeof MOMENTS)[number];

/** How the conversation stands then. */
export const SCENES = ['ONLINE', 'BUSY', 'QUEUED', 'HUNG_UP', 'ON_BREAK', 'OVERDUE', 'NOBODY'] as const;
export type Scene = (typeof SCENES)[number];

export interface TryAsked {
  /** What is tried instead of the pack that holds; null for the one that holds. */
  readonly yaml: string | null;
  readonly moment: Moment;
  readonly scene: Scene;
  readonly text: string;
  /** How long the buyer has waited, in seconds. */
  readonly waited: number;
  /** When it happens, `2026-11-27T21:30`; null for now. */
  readonly at: string | null;
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

export interface Tried {
  readonly replies: readonly TriedReply[];
  readonly considered: readonly TriedRule[];
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
  readList(readField(value, 'errors'), readPackProblem);

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

export const readTried = (value: unknown): Tried | undefined =>
  Array.isArray(readField(value, 'replies'))
    ? {
        replies: readList(readField(value, 'replies'), readReply),
        considered: readList(readField(value, 'considered'), readRule),
      }
    : undefined;
