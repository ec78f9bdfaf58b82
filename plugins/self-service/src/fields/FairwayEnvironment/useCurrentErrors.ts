// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useLayoutEffect, useState } from 'react';

/**
 * Whether the form's errors are about what the form holds now. The form keeps
 * them until it is sent again, also when another answer was given since; then
 * they are hidden where it prints them.
 */
export function useCurrentErrors(options: {
  errors: string[];
  /** What was judged, as text; another text is another answer. */
  answer: string;
  /** Id of what the form prints the errors in. */
  errorId: string;
}): boolean {
  const { errors, answer, errorId } = options;
  const hasErrors = errors.length > 0;
  const [judged, setJudged] = useState<string>();
  if (hasErrors && judged === undefined) setJudged(answer);
  if (!hasErrors && judged !== undefined) setJudged(undefined);
  const isOutdated = hasErrors && judged !== undefined && judged !== answer;

  useLayoutEffect(() => {
    if (!isOutdated) return undefined;
    // One theme prints several errors as several elements of the same id.
    const selector = `[id=${JSON.stringify(errorId)}]`;
    const printed = [...document.querySelectorAll<HTMLElement>(selector)];
    for (const element of printed) element.hidden = true;
    return () => {
      for (const element of printed) element.hidden = false;
    };
  }, [errorId, isOutdated]);

  return hasErrors && !isOutdated;
}
