// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextAreaField,
} from '@backstage/ui';
import { ErrorPanel, useOnce } from '@fairway/requests-react';
import { type ReactNode, useRef, useState } from 'react';
import { selfServiceTranslationRef } from '../translation';

/** Asks why somebody moves an end, and moves it. */
export const ReasonDialog = (props: {
  title: string;
  /** The verb. */
  button: string;
  /** Above the question why. */
  children: ReactNode;
  /** What came of it, in place of all that is asked. */
  said?: ReactNode;
  onMove: (reason: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { title, button, children, said, onMove, onClose } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const field = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, error } = useOnce();
  const move = () => {
    const given = reason.trim();
    if (given) return run(() => onMove(given));
    setMissing(true);
    field.current?.querySelector('textarea')?.focus();
    return undefined;
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && !isPending && onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {said ?? (
            <>
              {children}
              <TextAreaField
                ref={field}
                label={t('lifetime.reason')}
                isRequired
                value={reason}
                onChange={setReason}
                validationBehavior="aria"
                validate={given =>
                  isMissing && !given.trim()
                    ? t('lifetime.reasonNeeded')
                    : undefined
                }
              />
              {error && (
                <ErrorPanel title={t('lifetime.failed')} error={error} />
              )}
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!said && (
          <Button isPending={isPending} onPress={move}>
            {button}
          </Button>
        )}
        <Button variant="secondary" isDisabled={isPending} onPress={onClose}>
          {t('lifetime.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
