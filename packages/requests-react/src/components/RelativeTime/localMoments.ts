// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

const MOMENTS = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** A text of the server, with the moments in it as the reader's clock has them. */
export function localMoments(text: string, language?: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return text.replace(MOMENTS, moment => format.format(Date.parse(moment)));
}
