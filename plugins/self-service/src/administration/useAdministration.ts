// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi } from '@backstage/frontend-plugin-api';
import type { ChainReport, RequestsApi } from '@fairway/requests-common';
import { describeError, useLoad } from '@fairway/requests-react';
import { useCallback, useEffect, useState } from 'react';
import { selfServiceRequestsApiRef } from '../api';

/*
 * Who administers requests is told by the backend alone, and only where it refuses them something: the verification of
 * all histories. A refusal comes at once; a verification of many takes its time, so that to hear nothing for a while
 * is a yes. What the pages show is decided by the server in any case.
 */

/** How long a refusal may take, in milliseconds. */
const PATIENCE_MS = 1500;

/** One verification for all pages, until somebody asks for another. */
const reports = new WeakMap<RequestsApi, Promise<ChainReport>>();

function reportOf(api: RequestsApi): Promise<ChainReport> {
  const report = reports.get(api) ?? api.verify();
  reports.set(api, report);
  report.catch(() => reports.delete(api));
  return report;
}

/** Whether the person administers requests, and the state of all histories. */
export interface Administration {
  state: 'asking' | 'granted' | 'refused';
  /** Absent until it is known. */
  report?: ChainReport;
  error?: Error;
  isVerifying: boolean;
  /** Verifies again. */
  verify(): void;
}

/** Asks the backend, once for all pages. */
export function useAdministration(): Administration {
  const api = useApi(selfServiceRequestsApiRef);
  const load = useCallback(() => reportOf(api), [api]);
  const { value: report, error, isLoading, reload } = useLoad(load);
  const [isPatient, setPatient] = useState(true);

  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const verify = useCallback(() => {
    reports.delete(api);
    reload();
  }, [api, reload]);

  const isRefused = error && describeError(error).kind === 'notAllowed';
  const isAsking = !report && !error && isPatient;
  const undecided = isAsking ? 'asking' : 'granted';
  return {
    state: isRefused ? 'refused' : undecided,
    report,
    error,
    isVerifying: isLoading,
    verify,
  };
}
