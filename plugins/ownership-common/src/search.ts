// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

type Value = string | number | string[] | undefined;

/** `?action=service.deploy&request.changeTicket=CHG-1`; nothing if there is nothing to say. */
export function toSearch(
  values: Record<string, Value>,
  request: Record<string, string> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) search.append(name, String(each));
    }
  }
  for (const [name, value] of Object.entries(request)) {
    search.append(`request.${name}`, value);
  }
  const text = search.toString();
  return text && `?${text}`;
}
