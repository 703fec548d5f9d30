//! Text to words: spelling habits, scripts and letter case folded away, so that one thing is one word.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// More than a message holds; the rest of a longer text is not read.
const LONGEST_TEXT: usize = 4096;

/// The letters of the shortest word behind which a full stop ends a sentence.
const SHORTEST_LAST_WORD: usize = 3;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// In lower case, with its own letters: what tells languages apart.
    pub(super) written: String,
    /// In plain Latin letters: what questions are compared by. Cyrillic letters are spelled the way
    /// people type them on a Latin keyboard, so that one question is the same in either script.
    pub(super) folded: String,
}

/// A sentence of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    pub(super) words: Vec<Word>,
    /// Whether a question mark is at its end.
    pub(super) asks: bool,
    /// Before which words a comma, a colon or a dash stands.
    pub(super) pauses: Vec<usize>,
}

/// The sentences of a message that have words. A full stop behind a number or a short word ends none: it may be
/// an ordinal, an abbreviation or an initial.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let text = match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => &text[..end],
        None => text,
    };
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(ends_sentence) {
        let rest = &text[at + mark.len()..];
        let before = text[start..at].chars().rev().take_while(|letter| letter.is_alphanumeric());
        let is_full_stop = rest.starts_with(char::is_whitespace)
            && before.clone().count() >= SHORTEST_LAST_WORD
            && !before.clone().any(char::is_numeric);
        if mark != "." || is_full_stop {
            add_sentence(&text[start..at], matches!(mark, "?" | "？"), &mut sentences);
            start = at + mark.len();
        }
    }
    add_sentence(&text[start..], false, &mut sentences);
    sentences
}

fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '?' | '!' | '…' | ';' | '\n' | '？' | '！' | '。')
}

fn is_pause(mark: char) -> bool {
    matches!(mark, ',' | ':' | '–' | '—' | '(' | ')' | '،' | '，' | '：')
}

fn add_sentence(text: &str, asks: bool, sentences: &mut Vec<Sentence>) {
    let (mut all, mut pauses) = (Vec::new(), Vec::new());
    for clause in text.split(is_pause) {
        let words = words(clause);
        if !words.is_empty() && !all.is_empty() {
            pauses.push(all.len());
        }
        all.extend(words);
    }
    if !all.is_empty() {
        sentences.push(Sentence { words: all, asks, pauses });
    }
}

/// The words of a text, without white space and punctuation.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut apostrophe = false;
    let cut: String = text
        .chars()
        .take(LONGEST_TEXT)
        .map(|letter| if is_apostrophe(letter) { '\'' } else { letter })
        .collect();
    for letter in cut.nfkc().flat_map(char::to_lowercase) {
        if is_invisible(letter) {
            continue;
        }
        if letter == '\'' && !apostrophe && !word.is_empty() {
            apostrophe = true;
        } else if letter.is_alphanumeric() {
            apostrophe = false;
            match letter {
                'ı' => word.push('i'),
                'ς' => word.push('σ'),
                'ß' => word.push_str("ss"),
                _ => word.push(letter),
            }
        } else {
            apostrophe = false;
            finish(&mut word, &mut words);
        }
    }
    finish(&mut word, &mut words);
    words
}

fn finish(word: &mut String, words: &mut Vec<Word>) {
    if word.is_empty() {
        return;
    }
    let written = mend_look_alikes(word).into_owned();
    let folded = fold(&written);
    words.push(Word { written, folded });
    word.clear();
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '`' | '´' | '＇')
}

/// Zero-width characters, bidirectional marks, variation selectors, and accents that no letter has
/// taken in: stress marks.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

const LOOK_ALIKES: [(char, char); 15] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
    ('ə', 'ә'),
    ('ï', 'ї'),
];

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | 'ə')
}

/// In a word that mixes the scripts, the letters of the rarer one are replaced by those of the
/// other that look the same, where all of them have such.
fn mend_look_alikes(word: &str) -> Cow<'_, str> {
    let cyrillic = word.chars().filter(|&letter| is_cyrillic(letter)).count();
    let latin = word.chars().filter(|&letter| is_latin(letter)).count();
    if cyrillic == 0 || latin == 0 {
        return word.into();
    }
    let mended = |to_cyrillic: bool| -> Option<String> {
        word.chars()
            .map(|letter| {
                let foreign = if to_cyrillic { is_latin } else { is_cyrillic };
                if !foreign(letter) {
                    return Some(letter);
                }
                LOOK_ALIKES.iter().find_map(|&(latin, cyrillic)| {
                    let (from, to) = if to_cyrillic { (latin, cyrillic) } else { (cyrillic, latin) };
                    (from == letter).then_some(to)
                })
            })
            .collect()
    };
    mended(cyrillic >= latin).or_else(|| mended(cyrillic < latin)).map_or(word.into(), Cow::Owned)
}

/// Spells a word in plain Latin letters. Spellings between which people waver become one: `kh` and
/// `h`, `y`, `j` and `i`, `ts` and `c`.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() {
            push(&mut folded, letter);
        } else if let Some(spelled) = spell(letter) {
            spelled.chars().for_each(|letter| push(&mut folded, letter));
        } else {
            std::iter::once(letter)
                .nfd()
                .filter(|&letter| !is_invisible(letter))
                .for_each(|letter| push(&mut folded, letter));
        }
    }
    if folded.is_empty() {
        word.clone_into(&mut folded);
    }
    folded
}

fn push(folded: &mut String, letter: char) {
    let letter = match letter {
        'y' | 'j' => 'i',
        'q' => 'k',
        'w' => 'v',
        _ => letter,
    };
    match (folded.chars().next_back(), letter) {
        (Some('i'), 'i') => {}
        (Some('k'), 'h') => {
            folded.pop();
            folded.push('h');
        }
        (Some('t'), 's') => {
            folded.pop();
            folded.push('c');
        }
        _ => folded.push(letter),
    }
}

fn spell(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' | 'ə' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' | 'đ' | 'ð' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' => "i",
        'к' | 'қ' => "k",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' | 'ø' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ў' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "c",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'є' => "ie",
        'ю' => "iu",
        'я' => "ia",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let words: Vec<_> = words(text).into_iter().map(|word| word.folded).collect();
        words.join(" ")
    }

    #[test]
    fn case_ends_and_punctuation_do_not_matter() {
        for same in [
            "Kāda bija galvaspilsēta?",
            "  KĀDA BIJA GALVASPILSĒTA",
            "kada bija galvaspilseta!!",
            "ka\u{304}da bija\u{200b} galvas\u{ad}pilsēta…",
        ] {
            assert_eq!(folded(same), "kada bia galvaspilseta", "{same}");
        }
    }

    #[test]
    fn apostrophes_stand_inside_words_only() {
        assert_eq!(folded("об’єднання обʼєднання об'єднання"), ["obiednannia"; 3].join(" "));
        assert_eq!(folded("'alash' what's"), "alash vhac");
    }

    #[test]
    fn scripts_and_their_spellings_meet() {
        assert_eq!(folded("когда"), folded("kogda"));
        assert_eq!(folded("Букейханов"), folded("Bukeykhanov"));
        assert_eq!(folded("столица"), folded("stolitsa"));
        assert_eq!(folded("Қазақ үкіметі"), folded("Казак укимети"));
        assert_eq!(folded("Алашо\u{301}рда"), "alashorda");
    }

    #[test]
    fn look_alikes_are_mended() {
        assert_eq!(words("Aлaш")[0].written, "алаш");
        assert_eq!(words("Alаsh")[0].written, "alash");
    }

    #[test]
    fn the_turkish_letters_lose_their_dots() {
        assert_eq!(folded("İIıi"), "i");
    }

    #[test]
    fn nothing_is_left_of_noise() {
        assert!(words(" \t?!… 🤷\u{200d}♂\u{fe0f} ' ’").is_empty());
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(words(&"a ".repeat(10_000)).len(), LONGEST_TEXT / 2);
    }
}
