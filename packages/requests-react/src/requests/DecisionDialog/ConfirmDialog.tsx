// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../../components';
import { useOnce } from '../hooks/useOnce';
import { fairwayRequestsTranslationRef } from '../translation';
import { DecisionFooter } from './DecisionFooter';

/** Asks before something is thrown away. It is open as long as it is rendered. */
export const ConfirmDialog = (props: {
  title: string;
  text: string;
  action: string;
  /** What closes it otherwise; "Back" if left out. */
  backLabel?: string;
  /** Asks for a comment under this label. */
  commentLabel?: string;
  onConfirm: (comment?: string) => Promise<void>;
  onClose: () => void;
}) => {
  const { title, text, action, commentLabel, onConfirm, onClose } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const [comment, setComment] = useState('');
  const [isGuarding, setGuarding] = useState(false);
  const { run, isPending, error } = useOnce();
  const close = () => {
    if (isPending) return;
    if (comment.trim()) setGuarding(true);
    else onClose();
  };
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && close()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text as="p">{text}</Text>
          {commentLabel && (
            <TextAreaField
              label={commentLabel}
              value={comment}
              onChange={setComment}
            />
          )}
          {error && <ErrorPanel title={t('confirm.failed')} error={error} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <DecisionFooter
          isGuarding={isGuarding}
          onKeep={() => setGuarding(false)}
          onThrowAway={onClose}
          label={action}
          backLabel={props.backLabel}
          isDestructive
          isPending={isPending}
          onDecide={() => run(() => onConfirm(comment.trim() || undefined))}
          onBack={close}
        />
      </DialogFooter>
    </Dialog>
  );
};
