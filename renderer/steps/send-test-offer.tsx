import { say } from '../../shared/text/index.ts';
import { unbroken } from '../ui/unbroken.ts';
import { useWizard } from '../wizard/context.ts';
import { testTells } from './test-tells.ts';

/** Offers to log in and send a test message. Only after a check that was made here: a password goes where this computer just was. */
export function SendTestOffer() {
  const goTo = useWizard((state) => state.goTo);
  const isOffered = useWizard(
    ({ run, isOpened, answers }) =>
      !isOpened && run.checkId !== null && run.report !== null && testTells(answers.mailProgram),
  );
  if (!isOffered) return null;
  return (
    <section className="card stack">
      <h2>{unbroken(say('sending.offer.title'))}</h2>
      <p>{unbroken(say('sending.offer.text'))}</p>
      <div className="row">
        <button type="button" className="button" onClick={() => goTo('send-test')}>
          {say('sending.offer.button')}
        </button>
      </div>
    </section>
  );
}
