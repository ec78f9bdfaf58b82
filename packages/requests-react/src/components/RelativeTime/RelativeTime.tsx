// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useEffect, useState } from 'react';
import { formatRelative } from './formatRelative';
import { useLanguage } from './useLanguage';

/** The words change by the minute at most. */
const REFRESH_MS = 60_000;

/** A time in words of now, with the absolute time as title. `value` is ISO 8601. */
export const RelativeTime = (props: { value: string }) => {
  const { value } = props;
  const language = useLanguage();
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  const time = Date.parse(value);
  if (Number.isNaN(time)) return <>{value}</>;
  const absolute = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(time);
  return (
    <time dateTime={value} title={absolute}>
      {formatRelative({ time, now: Math.max(now, Date.now()), language })}
    </time>
  );
};
