//! Reads updates; puts in what Telegram may leave out and teloxide 0.17 insists on.

use serde_json::Value;
use teloxide::types::{MessageKind, Update, UpdateKind};

/// Media whose type is optional in the Bot API.
const TYPED: [&str; 4] = ["animation", "audio", "video", "voice"];

/// The update, or nothing when its shape is unknown.
pub(super) fn read(raw: &str) -> Option<Update> {
    let update: Update = serde_json::from_str(raw).ok()?;
    match &update.kind {
        // A message that teloxide stumbles over comes out empty.
        UpdateKind::Message(message) if matches!(message.kind, MessageKind::Empty {}) => {
            let mut value = serde_json::from_str(raw).ok()?;
            mend(&mut value);
            serde_json::from_str(&value.to_string()).ok()
        }
        UpdateKind::Error(_) => None,
        _ => Some(update),
    }
}

fn mend(value: &mut Value) {
    let Value::Object(fields) = value else { return };
    for (name, value) in fields {
        mend(value);
        let missing = match name.as_str() {
            "external_reply" => "message_id",
            media if TYPED.contains(&media) => "mime_type",
            _ => continue,
        };
        if let Value::Object(fields) = value {
            fields.entry(missing).or_insert(Value::Null);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn message(fields: &Value) -> Option<MessageKind> {
        let chat = json!({ "id": 1, "type": "private", "first_name": "A" });
        let mut message = json!({ "message_id": 1, "date": 1, "chat": chat });
        message.as_object_mut()?.extend(fields.as_object()?.clone());
        match read(&json!({ "update_id": 7, "message": message }).to_string())?.kind {
            UpdateKind::Message(message) => Some(message.kind),
            _ => None,
        }
    }

    #[test]
    fn optional_fields_are_optional() {
        let media = json!({ "file_id": "f", "file_unique_id": "u", "duration": 1, "width": 1, "height": 1 });
        for name in TYPED {
            assert!(matches!(message(&json!({ name: media })), Some(MessageKind::Common(_))), "{name}");
        }
        let origin = json!({ "type": "hidden_user", "date": 1, "sender_user_name": "B" });
        let reply = json!({ "text": "t", "external_reply": { "origin": origin, "voice": media } });
        assert!(matches!(message(&reply), Some(MessageKind::Common(_))));
    }

    #[test]
    fn what_is_new_stays_unknown() {
        assert!(matches!(message(&json!({ "new_kind": { "text": "t" } })), Some(MessageKind::Empty {})));
        assert!(read(r#"{"update_id":7,"new_thing":{"a":1}}"#).is_none());
        assert!(read(r#"{"update_id":7,"message":"t"}"#).is_none());
    }
}
