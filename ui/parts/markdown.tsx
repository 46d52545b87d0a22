import type { VNode } from 'preact';

/**
 * The little of Markdown that texts of forms and letters need: paragraphs, `#` headings, `-` lists, `**strong**`, `*emphasis*`.
 * It makes nodes, never markup, and no links: values of a case get into these texts, and nobody outside may plant a link there.
 */
export const Markdown = ({ text }: { text: string }): VNode => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((block) => block.trim() !== '')
      .map((block, index) => (
        <Block key={index} block={block.trim()} />
      ))}
  </>
);

const Block = ({ block }: { block: string }): VNode => {
  const lines = block.split('\n').map((line) => line.trim());
  const heading = /^#{1,6}\s+(?<title>.*)$/.exec(lines[0] ?? '')?.groups?.['title'];
  if (heading !== undefined && lines.length === 1) return <h3 class="govuk-heading-s">{spans(heading)}</h3>;
  if (lines.every((line) => line.startsWith('- ')))
    return (
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{spans(line.slice(2))}</li>
        ))}
      </ul>
    );
  return (
    <p class="govuk-body">
      {lines.flatMap((line, index) => (index === 0 ? spans(line) : [<br key={`line-${index}`} />, ...spans(line)]))}
    </p>
  );
};

const spans = (line: string): (VNode | string)[] =>
  line
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**') && part.length > 4) return <strong>{part.slice(2, -2)}</strong>;
      return part.startsWith('*') && part.length > 2 ? <em>{part.slice(1, -1)}</em> : part;
    });
