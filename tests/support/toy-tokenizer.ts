const START_TOKEN = '<|startoftext|>'
export const END_TOKEN = '<|endoftext|>'
const WORD_END = '</w>'
/** Words without a meaning are spelt letter by letter, so that sentences are long. */
const MAX_TOKENS = 128

/**
 * A byte-pair tokenizer in the shape of CLIP's: letters, and merges that put each of `words` together to one token.
 * What fills a text up is the end token again, as in CLIP, for which the attention mask accounts; SigLIP has its own.
 */
export function toyTokenizer(
  words: readonly string[],
  type: 'clip' | 'siglip',
): {
  tokenizer: Record<string, unknown>
  config: Record<string, unknown>
  /** The number of each token. */
  idsOf: ReadonlyMap<string, number>
} {
  // The pre-tokenizer writes each byte as one character; those of lower-case letters are themselves.
  const letters = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte)).filter((letter) =>
    /\S/.test(letter),
  )
  const merges = [...new Set(words.flatMap(mergesOf))]
  const merged = merges.map((merge) => merge.replace(' ', ''))
  const pad = type === 'clip' ? [] : ['<pad>']
  const tokens = [...new Set([...letters, ...letters.map((letter) => letter + WORD_END), ...merged])]
  const all = [...tokens, START_TOKEN, END_TOKEN, ...pad]
  const idsOf = new Map(all.map((token, id) => [token, id]))
  const special = [START_TOKEN, END_TOKEN, ...pad].map((content) => ({
    id: idsOf.get(content),
    content,
    special: true,
  }))
  return {
    idsOf,
    tokenizer: {
      version: '1.0',
      added_tokens: special.map((token) => ({
        ...token,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
      })),
      normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          {
            type: 'Split',
            pattern: { Regex: '[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+' },
            behavior: 'Removed',
            invert: true,
          },
          { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
        ],
      },
      post_processor: {
        type: 'RobertaProcessing',
        sep: [END_TOKEN, idsOf.get(END_TOKEN)],
        cls: [START_TOKEN, idsOf.get(START_TOKEN)],
        trim_offsets: false,
        add_prefix_space: false,
      },
      decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
      model: {
        type: 'BPE',
        unk_token: END_TOKEN,
        continuing_subword_prefix: '',
        end_of_word_suffix: WORD_END,
        fuse_unk: false,
        vocab: Object.fromEntries(tokens.map((token) => [token, idsOf.get(token)])),
        merges,
      },
    },
    config: {
      tokenizer_class: type === 'clip' ? 'CLIPTokenizer' : 'SiglipTokenizer',
      bos_token: START_TOKEN,
      eos_token: END_TOKEN,
      unk_token: END_TOKEN,
      pad_token: pad[0] ?? END_TOKEN,
      model_max_length: MAX_TOKENS,
    },
  }
}

/** The merges that put a word together from its first letter on. */
function mergesOf(word: string): string[] {
  const letters = [...word]
  letters[letters.length - 1] += WORD_END
  return letters.slice(1).map((letter, index) => `${letters.slice(0, index + 1).join('')} ${letter}`)
}
