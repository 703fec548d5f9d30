//! The figures of an evaluation.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Judged;

/// How well some questions fared, each rate from 0 to 1, `None` where undefined.
#[derive(Debug, Serialize)]
pub(super) struct Rates {
    /// Of what can be answered, what was answered right.
    in_scope_accuracy: Option<f64>,
    /// The same before refusal.
    raw_accuracy: Option<f64>,
    /// Of what cannot be answered, what was refused.
    out_of_scope_recall: Option<f64>,
    /// How well confidence tells the one from the other.
    auroc: Option<f64>,
}

/// What was taken for what, and how often.
#[derive(Debug, Serialize)]
pub(super) struct Confusion {
    expected: String,
    found: String,
    times: usize,
}

impl Rates {
    pub(super) fn of<'a>(judged: impl IntoIterator<Item = &'a Judged>) -> Self {
        let (inside, outside): (Vec<_>, Vec<_>) =
            judged.into_iter().partition(|judged| judged.line.is_in_scope());
        let share = |all: &[&Judged], is_counted: fn(&Judged) -> bool| {
            let counted = all.iter().filter(|judged| is_counted(judged)).count();
            (!all.is_empty()).then(|| counted as f64 / all.len() as f64)
        };
        let confidence =
            |all: &[&Judged]| -> Vec<f32> { all.iter().map(|judged| judged.prediction.confidence).collect() };
        Self {
            in_scope_accuracy: share(&inside, |judged| judged.is_right),
            raw_accuracy: share(&inside, |judged| judged.is_raw_right),
            out_of_scope_recall: share(&outside, |judged| judged.is_right),
            auroc: auroc(&confidence(&inside), &confidence(&outside)),
        }
    }

    /// The rates of each group that lines name.
    pub(super) fn by(
        judged: &[Judged],
        group: impl Fn(&Judged) -> Option<&String>,
    ) -> BTreeMap<String, Self> {
        let mut groups: BTreeMap<&String, Vec<&Judged>> = BTreeMap::new();
        for judged in judged {
            if let Some(group) = group(judged) {
                groups.entry(group).or_default().push(judged);
            }
        }
        groups.into_iter().map(|(group, judged)| (group.clone(), Self::of(judged))).collect()
    }
}

/// The pairs that are confused most often.
pub(super) fn confusions(judged: &[Judged], most: usize) -> Vec<Confusion> {
    let mut times: BTreeMap<(String, String), usize> = BTreeMap::new();
    for judged in judged.iter().filter(|judged| !judged.is_right) {
        let found = judged.prediction.intent.clone().unwrap_or_else(|| "nothing".to_owned());
        *times.entry((judged.line.expected(), found)).or_default() += 1;
    }
    let mut confusions: Vec<Confusion> =
        times.into_iter().map(|((expected, found), times)| Confusion { expected, found, times }).collect();
    confusions.sort_by_key(|confusion| std::cmp::Reverse(confusion.times));
    confusions.truncate(most);
    confusions
}

/// How often something inside scores higher than something outside; a draw counts half.
fn auroc(inside: &[f32], outside: &[f32]) -> Option<f64> {
    if inside.is_empty() || outside.is_empty() {
        return None;
    }
    let mut sorted = outside.to_vec();
    sorted.sort_by(f32::total_cmp);
    let won = |confidence: &f32| {
        let below = sorted.partition_point(|other| other < confidence);
        let level = sorted.partition_point(|other| other <= confidence);
        (below + level) as f64 / 2.0
    };
    let won: f64 = inside.iter().map(won).sum();
    Some(won / inside.len() as f64 / outside.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auroc_counts_won_pairs() {
        assert_eq!(auroc(&[0.9, 0.4], &[0.5, 0.1]), Some(0.75));
        assert_eq!(auroc(&[0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.5], &[]), None);
    }
}
