// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField } from '@backstage/ui';
import { type RefObject, useRef, useState } from 'react';
import { selfServiceTranslationRef } from '../translation';

/** Why somebody moves an end, as they write it. */
export interface Reason {
  field: RefObject<HTMLDivElement>;
  value: string;
  setValue: (value: string) => void;
  isMissing: boolean;
  /** What was given; where nothing was, the field asks for it and gets the focus. */
  take: () => string | undefined;
}

export function useReason(): Reason {
  const field = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState('');
  const [isMissing, setMissing] = useState(false);
  const take = () => {
    const given = value.trim();
    if (given) return given;
    setMissing(true);
    field.current?.querySelector('textarea')?.focus();
    return undefined;
  };
  return { field, value, setValue, isMissing, take };
}

/** Asks why. */
export const ReasonField = (props: { reason: Reason }) => {
  const { field, isMissing, setValue, value } = props.reason;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <TextAreaField
      ref={field}
      label={t('lifetime.reason')}
      isRequired
      value={value}
      onChange={setValue}
      validationBehavior="aria"
      validate={given =>
        isMissing && !given.trim() ? t('lifetime.reasonNeeded') : undefined
      }
    />
  );
};
