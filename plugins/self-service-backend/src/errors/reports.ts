// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  AuthenticationError,
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ErrorCatalogue } from '@fairway/errors';

/** What pipelines report. */
export const REPORT_ERRORS = {
  'report-unauthenticated': {
    type: AuthenticationError,
    message:
      'This report comes without a token that is good for it: report tokens are of one request and one attempt, and end. Get a new one at "/report/token".',
  },
  'report-subject-refused': {
    type: NotAllowedError,
    message:
      '"{subject}" may not report. For a static token, name its subject in selfService.report.subjects as Backstage knows it, with "external:" before it ("external:demo-runner" for the subject "demo-runner" of backend.auth.externalAccess), or report with a token of "/report/token".',
  },
  'report-token-refused': {
    type: AuthenticationError,
    message:
      'The token is not accepted, or no merged change of its repository and commit waits for a report. See that its issuer and audience are those of selfService.report.issuers; just after a merge, try again for a minute.',
    cause:
      'Signature, issuer, audience, time, repository or commit; which of them is told to nobody but the log of the portal.',
  },
  'report-issuer-unavailable': {
    type: ServiceUnavailableError,
    message:
      'The keys of "{issuer}" cannot be had now, so its token cannot be looked at. Try again in a minute.',
  },
  'report-invalid': {
    type: InputError,
    message:
      'The report is not in its form: {problems}. Correct it and send it again.',
  },
  'report-attempt-over': {
    type: ConflictError,
    message:
      'The report is of attempt {attempt}, and request #{number} is at attempt {current}. Stop; what an earlier attempt reports counts no more.',
  },
  'report-not-expected': {
    type: ConflictError,
    message:
      'Request #{number} waits for no report: {reason}. Nothing was kept of it.',
  },
  'report-log-full': {
    type: ConflictError,
    message:
      'The log of request #{number} has {limit} lines, and that is the most. Link to the log of the pipeline.',
  },
} as const satisfies ErrorCatalogue;
