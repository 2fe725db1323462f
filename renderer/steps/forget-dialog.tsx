import { say } from '../../shared/text/index.ts';
import { Dialog } from '../ui/dialog.tsx';

/** What is to be forgotten: every kept check, or one and its place in the list. */
export type Forgetting = 'all' | { readonly id: string; readonly at: number };

type ForgetDialogProps = {
  readonly asked: Forgetting;
  /** Of all that are kept. */
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** Asks before a kept check is deleted, be it one: "Forget" stands beside "Open", and nothing brings it back. */
export function ForgetDialog({ asked, count, onConfirm, onCancel }: ForgetDialogProps) {
  const isAll = asked === 'all';
  return (
    <Dialog
      title={say(isAll ? 'earlier.forget-all.title' : 'earlier.forget-one.title')}
      confirm={say(isAll ? 'earlier.forget-all' : 'earlier.forget')}
      cancel={say(isAll ? 'earlier.forget-all.cancel' : 'earlier.forget-one.cancel')}
      onConfirm={onConfirm}
      onCancel={onCancel}
      isDestructive
    >
      {say('earlier.forget-all.text', { count: isAll ? count : 1 })}
    </Dialog>
  );
}
