//! Other ways of finding the intent of a question, each as its library is meant to be used.

use std::collections::HashMap;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rapidfuzz::fuzz::RatioBatchComparator;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{Field, STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, IndexReader, TantivyDocument, doc};

use crate::table::Table;

/// So many of the nearest sentences have a vote.
const VOTES: usize = 10;
const INDEX_MEMORY: usize = 64 << 20;

/// A way of finding the intent of a question.
pub(crate) trait Rival {
    fn intent(&self, text: &str) -> Option<String>;
}

/// `fuzzy-matcher`, the whole question in each sentence.
pub(crate) struct Skim(SkimMatcherV2, Vec<(String, String)>);

/// `fuzzy-matcher`, the scores of the question's words summed.
pub(crate) struct SkimByWord(SkimMatcherV2, Vec<(String, String)>);

/// rapidfuzz's ratio of the sorted words.
pub(crate) struct TokenSort(Vec<(String, String)>);

/// A full-text index.
pub(crate) struct Bm25 {
    index: Index,
    reader: IndexReader,
    text: Field,
    intent: Field,
}

impl Skim {
    pub(crate) fn new(table: &Table) -> Self {
        Self(SkimMatcherV2::default(), table.0.clone())
    }
}

impl Rival for Skim {
    fn intent(&self, text: &str) -> Option<String> {
        let text = text.to_lowercase();
        likeliest(&self.1, |sentence| self.0.fuzzy_match(sentence, &text).unwrap_or_default() as f64)
    }
}

impl SkimByWord {
    pub(crate) fn new(table: &Table) -> Self {
        Self(SkimMatcherV2::default(), table.0.clone())
    }
}

impl Rival for SkimByWord {
    fn intent(&self, text: &str) -> Option<String> {
        let text = text.to_lowercase();
        let words: Vec<&str> = words(&text).collect();
        likeliest(&self.1, |sentence| {
            let scores = words.iter().filter_map(|word| self.0.fuzzy_match(sentence, word));
            scores.sum::<i64>() as f64 / (1.0 + sentence.len() as f64).ln()
        })
    }
}

impl TokenSort {
    pub(crate) fn new(table: &Table) -> Self {
        Self(table.0.iter().map(|(intent, text)| (intent.clone(), sorted(text))).collect())
    }
}

impl Rival for TokenSort {
    fn intent(&self, text: &str) -> Option<String> {
        let question = RatioBatchComparator::new(sorted(&text.to_lowercase()).chars());
        likeliest(&self.0, |sentence| question.similarity(sentence.chars()))
    }
}

impl Bm25 {
    pub(crate) fn new(table: &Table) -> Self {
        let mut schema = Schema::builder();
        let text = schema.add_text_field("text", TEXT);
        let intent = schema.add_text_field("intent", STRING | STORED);
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, INDEX_MEMORY).expect("an index");
        for (of, sentence) in &table.0 {
            writer.add_document(doc!(text => sentence.as_str(), intent => of.as_str())).expect("added");
        }
        writer.commit().expect("indexed");
        let reader = index.reader().expect("a reader");
        Self { index, reader, text, intent }
    }
}

impl Rival for Bm25 {
    fn intent(&self, text: &str) -> Option<String> {
        let searcher = self.reader.searcher();
        let (query, _) = QueryParser::for_index(&self.index, vec![self.text]).parse_query_lenient(text);
        let nearest = searcher.search(&query, &TopDocs::with_limit(VOTES).order_by_score()).expect("searched");
        let mut votes: HashMap<String, f32> = HashMap::new();
        for (score, at) in nearest {
            let found: TantivyDocument = searcher.doc(at).expect("stored");
            let intent = found.get_first(self.intent).and_then(|value| value.as_str()).unwrap_or_default();
            *votes.entry(intent.to_owned()).or_default() += score;
        }
        votes.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(intent, _)| intent)
    }
}

fn likeliest(sentences: &[(String, String)], score: impl Fn(&str) -> f64) -> Option<String> {
    let scored = sentences.iter().map(|(intent, text)| (intent, score(text)));
    scored.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(intent, _)| intent.clone())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn sorted(text: &str) -> String {
    let mut words: Vec<&str> = words(text).collect();
    words.sort_unstable();
    words.join(" ")
}
