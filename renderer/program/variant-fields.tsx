import type { Option, StepsClient, Variant } from '../../shared/clients/client.ts';
import { languageNames } from '../../shared/clients/language.ts';
import { languagesOf } from '../../shared/clients/variant.ts';
import { nameWords } from '../../shared/clients/words.ts';
import { say } from '../../shared/text/index.ts';
import { Choices } from '../ui/choices.tsx';
import { SelectField } from '../ui/select-field.tsx';

type VariantFieldsProps = {
  readonly client: StepsClient;
  readonly variant: Variant;
  readonly ways: readonly Option[];
  readonly onChange: (change: Partial<Variant>) => void;
};

/** Which copy of the program it is: its version, its language, and the way to go where there are two. */
export function VariantFields({ client, variant, ways, onChange }: VariantFieldsProps) {
  return (
    <>
      <div className="program-variant">
        {client.versions.length > 1 && (
          <SelectField
            id="program-version"
            label={say('wizard.program.version')}
            options={client.versions.map(({ id, name }) => ({ value: id, label: nameWords(name) }))}
            value={variant.version}
            onChange={(version) => onChange({ version })}
          />
        )}
        <SelectField
          id="program-language"
          label={say('wizard.program.language')}
          options={languagesOf(client).map((id) => ({
            value: id,
            label: nameWords(languageNames[id]),
            lang: id === 'other' ? 'en' : id,
          }))}
          value={variant.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
      {ways.length > 1 && (
        <Choices
          id="program-way"
          label={say('wizard.program.way')}
          layout="row"
          choices={ways.map(({ id, name }) => ({ value: id, label: nameWords(name) }))}
          value={variant.way}
          onChange={(way) => onChange({ way })}
        />
      )}
    </>
  );
}
