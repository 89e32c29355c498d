/**
 * Makes a chosen step fail: any call to the disk below a folder, or any statement of SQLite. The source is unchanged:
 * the functions of Node are replaced while a test runs, here and nowhere else.
 */
import fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { StatementSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';

/**
 * 'full': there is no space, and the step is not done. 'failed': the step is done, but reported as failed. 'stopped':
 * the step is done, and never returns, as if the process was killed; only for steps on the disk.
 */
export type Fault = 'full' | 'failed' | 'stopped';

/** The nth step of a name, from 0. */
export interface Step {
  readonly name: string;
  readonly nth: number;
}

export interface FailingSteps {
  /** From now on counts, and makes one step fail, or each that is of some kind. Resolves when the first does. */
  arm(fault?: ArmedFault): Promise<void>;
  /** Ends it. Returns the steps that were taken until then, in order. */
  disarm(): Step[];
}

export interface ArmedFault {
  readonly step: Step | ((step: Step) => boolean);
  readonly fault: Fault;
}

/** Replaces the functions for the rest of a test. Steps outside of `folder` are left alone. */
export function useFailingSteps(folder: string): FailingSteps {
  let armed: ArmedFault | undefined;
  let taken: Step[] | undefined;
  let reached = Promise.withResolvers<void>();

  /** Counts a step. Returns whether it is the one to fail, and how. */
  const faultOf: FaultOf = (name) => {
    if (taken === undefined) return undefined;
    const nth = taken.filter((step) => step.name === name).length;
    taken.push({ name, nth });
    if (armed === undefined || !isMeant(armed.step, { name, nth })) return undefined;
    reached.resolve();
    return armed.fault;
  };
  onTestFinished(failDisk(folder, faultOf));
  onTestFinished(failSqlite(faultOf));
  return {
    arm: (fault) => {
      armed = fault;
      taken = [];
      reached = Promise.withResolvers<void>();
      return reached.promise;
    },
    disarm: () => {
      const steps = taken ?? [];
      taken = undefined;
      return steps;
    },
  };
}

function isMeant(meant: ArmedFault['step'], step: Step): boolean {
  return typeof meant === 'function' ? meant(step) : meant.name === step.name && meant.nth === step.nth;
}

/**
 * Whether a step needs room, so that it can fail because there is none. The log of SQLite has its room when it is synced.
 */
export function needsRoom({ name }: Step): boolean {
  return !/^(stat|select|rollback|pragma|open the log|sync the log)\b/.test(name);
}

type FaultOf = (name: string) => Fault | undefined;

const onDisk = ['open', 'mkdir', 'link', 'rename', 'unlink', 'copyFile', 'stat'] as const;

function failDisk(folder: string, faultOf: FaultOf): () => Promise<void> {
  const before = Object.fromEntries(onDisk.map((name) => [name, fs[name]]));
  const opened = new Set<FileHandle>();
  const failing = (name: string, real: (...input: unknown[]) => Promise<unknown>) => {
    return async (...input: unknown[]): Promise<unknown> => {
      if (!String(input[0]).startsWith(folder)) return await real(...input);
      const isLog = String(input[0]).endsWith('-wal');
      const reply = await step(faultOf(isLog ? `${name} the log` : name), diskError(name), () => real(...input));
      if (name !== 'open') return reply;
      opened.add(reply as FileHandle);
      const sync = input[1] === 'r' ? 'sync a folder' : 'sync';
      return watchHandle(reply as FileHandle, isLog ? 'sync the log' : sync, faultOf);
    };
  };
  for (const name of onDisk) {
    // Each is a function of paths and options that returns a promise.
    Object.assign(fs, { [name]: failing(name, fs[name] as (...input: unknown[]) => Promise<unknown>) });
  }
  syncBuiltinESMExports();
  return async () => {
    Object.assign(fs, before);
    syncBuiltinESMExports();
    // A stopped step never closes its files; closing a closed file does nothing.
    await Promise.all([...opened].map((handle) => handle.close()));
  };
}

/** Files that are synced were opened for writing, folders cannot be. */
function watchHandle(handle: FileHandle, sync: string, faultOf: FaultOf): FileHandle {
  const names = { write: 'write', writev: 'write', sync, datasync: sync };
  for (const [method, name] of Object.entries(names) as [keyof typeof names, string][]) {
    const real = handle[method].bind(handle) as (...input: unknown[]) => Promise<unknown>;
    Object.assign(handle, {
      [method]: (...input: unknown[]) => step(faultOf(name), diskError(name), () => real(...input)),
    });
  }
  return handle;
}

async function step<Answer>(
  fault: Fault | undefined,
  errorOf: (fault: Fault) => Error,
  real: () => Promise<Answer>,
): Promise<Answer> {
  if (fault === 'failed' || fault === 'stopped') {
    const done = await real();
    if (done instanceof Object && 'close' in done) await (done as unknown as FileHandle).close();
  }
  if (fault === 'stopped') await new Promise(() => undefined);
  if (fault !== undefined) throw errorOf(fault);
  return await real();
}

function diskError(name: string): (fault: Fault) => Error {
  return (fault) => {
    const code = fault === 'full' ? 'ENOSPC' : 'EIO';
    return Object.assign(new Error(`${code}: made up for ${name}`), { code });
  };
}

const inSqlite = ['run', 'all', 'get'] as const;

function failSqlite(faultOf: FaultOf): () => void {
  const { prototype } = StatementSync;
  const before = Object.fromEntries(inSqlite.map((name) => [name, prototype[name]]));
  for (const name of inSqlite) {
    const real = prototype[name] as (this: StatementSync, ...input: unknown[]) => unknown;
    Object.assign(prototype, {
      [name](this: StatementSync, ...input: unknown[]): unknown {
        const fault = faultOf(this.sourceSQL.replaceAll('"', '').split(' ').slice(0, 3).join(' '));
        if (fault === 'failed') real.apply(this, input);
        if (fault !== undefined) throw sqliteError(fault);
        return real.apply(this, input);
      },
    });
  }
  return () => void Object.assign(prototype, before);
}

/** SQLITE_FULL, or SQLITE_IOERR. */
function sqliteError(fault: Fault): Error {
  return Object.assign(new Error('made up'), { code: 'ERR_SQLITE_ERROR', errcode: fault === 'full' ? 13 : 10 });
}
