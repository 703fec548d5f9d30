//! `.ftl` files as the proof sees them: every wording, with its place and all that it uses.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, NamedArgument, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;

use crate::loading::{Place, Report, TextFile};

/// A message, an attribute (`message.attribute`) or a term (`-term`).
#[derive(Debug)]
pub(super) struct Wording {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) uses: Uses,
}

/// What a wording refers to.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// `$argument`.
    pub(super) arguments: Vec<(String, Place)>,
    /// Messages and terms.
    pub(super) references: Vec<(String, Place)>,
    /// `DATE($x, case: "…")` and the like.
    pub(super) calls: Vec<Call>,
    /// Selectors: what they select by, and the keys of their variants that are no numbers.
    pub(super) selectors: Vec<(String, Vec<String>, Place)>,
}

/// A call of a Fluent function.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) function: String,
    /// The argument `$x`; none where it is something else.
    pub(super) argument: Option<String>,
    pub(super) case: Option<String>,
    /// The names of other named arguments than `case`.
    pub(super) others: Vec<String>,
    pub(super) place: Place,
}

/// Reads a file, reporting syntax errors.
pub(super) fn read(file: &TextFile, report: &mut Report) -> Vec<Wording> {
    let resource = match parser::parse(file.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                report.error(
                    "fluent-syntax",
                    file.place(error.pos.start),
                    error.kind.to_string(),
                    "write valid Fluent here",
                );
            }
            resource
        }
    };
    let reader = Reader { file };
    let mut wordings = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                if let Some(value) = &message.value {
                    wordings.push(reader.wording(name.to_owned(), name, value));
                }
                for attribute in &message.attributes {
                    let full = format!("{name}.{}", attribute.id.name);
                    wordings.push(reader.wording(full, attribute.id.name, &attribute.value));
                }
            }
            Entry::Term(term) => {
                let name = format!("-{}", term.id.name);
                wordings.push(reader.wording(name, term.id.name, &term.value));
            }
            _ => {}
        }
    }
    wordings
}

struct Reader<'a> {
    file: &'a TextFile,
}

impl Reader<'_> {
    fn wording(&self, name: String, written: &str, value: &Pattern<&str>) -> Wording {
        let mut uses = Uses::default();
        self.pattern(value, &mut uses);
        Wording { name, place: self.place(written), uses }
    }

    /// The parser's strings are slices of the file's text, so an address tells the offset.
    fn place(&self, slice: &str) -> Place {
        self.file.place(slice.as_ptr().addr() - self.file.text.as_ptr().addr())
    }

    fn pattern(&self, pattern: &Pattern<&str>, uses: &mut Uses) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression, uses);
            }
        }
    }

    fn expression(&self, expression: &Expression<&str>, uses: &mut Uses) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, uses),
            Expression::Select { selector, variants } => {
                self.inline(selector, uses);
                let keys: Vec<String> = variants
                    .iter()
                    .filter_map(|variant| match &variant.key {
                        VariantKey::Identifier { name } => Some((*name).to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                if let InlineExpression::VariableReference { id } = selector {
                    uses.selectors.push((id.name.to_owned(), keys, self.place(id.name)));
                }
                for variant in variants {
                    self.pattern(&variant.value, uses);
                }
            }
        }
    }

    fn inline(&self, inline: &InlineExpression<&str>, uses: &mut Uses) {
        match inline {
            InlineExpression::VariableReference { id } => {
                uses.arguments.push((id.name.to_owned(), self.place(id.name)));
            }
            InlineExpression::MessageReference { id, attribute } => {
                let name = match attribute {
                    Some(attribute) => format!("{}.{}", id.name, attribute.name),
                    None => id.name.to_owned(),
                };
                uses.references.push((name, self.place(id.name)));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                uses.references.push((format!("-{}", id.name), self.place(id.name)));
                if let Some(arguments) = arguments {
                    self.arguments(arguments, uses);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.arguments(arguments, uses);
                uses.calls.push(self.call(id.name, arguments));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, uses),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&self, arguments: &CallArguments<&str>, uses: &mut Uses) {
        for argument in &arguments.positional {
            self.inline(argument, uses);
        }
        for argument in &arguments.named {
            self.inline(&argument.value, uses);
        }
    }

    fn call(&self, function: &str, arguments: &CallArguments<&str>) -> Call {
        let argument = match arguments.positional.as_slice() {
            [InlineExpression::VariableReference { id }] => Some(id.name.to_owned()),
            _ => None,
        };
        let named = |argument: &&NamedArgument<&str>| argument.name.name == "case";
        let case = arguments.named.iter().find(named).and_then(|argument| match &argument.value {
            InlineExpression::StringLiteral { value } => Some((*value).to_owned()),
            _ => None,
        });
        let others = arguments.named.iter().filter(|argument| !named(argument));
        Call {
            function: function.to_owned(),
            argument,
            case,
            others: others.map(|argument| argument.name.name.to_owned()).collect(),
            place: self.place(function),
        }
    }
}
