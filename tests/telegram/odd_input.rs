//! What is no question: other kinds of message, of update and of text.

use serde_json::{Value, json};

use crate::lab::{ANN, Lab, wording};
use crate::server::USERNAME;

fn file() -> Value {
    json!({ "file_id": "f", "file_unique_id": "u", "file_size": 1, "width": 1, "height": 1, "duration": 1 })
}

#[test]
fn what_is_not_text_gets_one_line() {
    let lab = Lab::start();
    let sticker = json!({ "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
        "is_animated": false, "is_video": false, "file_size": 1 });
    for fields in [
        json!({ "sticker": sticker }),
        json!({ "photo": [file()] }),
        json!({ "voice": file() }),
        json!({ "video_note": { "file_id": "f", "file_unique_id": "u", "file_size": 1, "length": 1, "duration": 1 } }),
        json!({ "document": file() }),
        json!({ "location": { "latitude": 1.0, "longitude": 2.0 } }),
        json!({ "contact": { "phone_number": "1", "first_name": "B" } }),
        json!({ "dice": { "emoji": "🎲", "value": 3 } }),
    ] {
        assert_eq!(
            lab.reply_to(lab.private(ANN, "lv", &fields))["text"],
            wording("lv", "only-text"),
            "{fields}"
        );
    }
    let before = lab.sent(ANN).len();
    for _ in 0..3 {
        lab.private(ANN, "lv", &json!({ "photo": [file()], "media_group_id": "album" }));
    }
    lab.ask(ANN, "lv", "/help");
    assert_eq!(lab.sent(ANN).len(), before + 2, "an album is answered once");
    lab.stop(&[]);
}

#[test]
fn what_nobody_said_to_the_bot_gets_silence() {
    let lab = Lab::start();
    let person = json!({ "id": ANN, "is_bot": false, "first_name": "A" });
    let chat = json!({ "id": ANN, "type": "private", "first_name": "A" });
    let message = |fields: Value| {
        let mut message = json!({ "message_id": 9, "date": 1, "chat": chat, "from": person });
        message.as_object_mut().expect("fields").append(&mut fields.as_object().expect("fields").clone());
        message
    };
    let channel = json!({ "id": -1_077, "type": "channel", "title": "C" });
    for (kind, content) in [
        ("edited_message", message(json!({ "text": "HIDDENWORD", "edit_date": 2 }))),
        ("channel_post", json!({ "message_id": 1, "date": 1, "chat": channel, "text": "HIDDENWORD" })),
        ("edited_channel_post", json!({ "message_id": 1, "date": 1, "chat": channel, "text": "HIDDENWORD" })),
        ("message", message(json!({ "pinned_message": message(json!({ "text": "HIDDENWORD" })) }))),
        (
            "message",
            message(json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 5 } })),
        ),
        (
            "message",
            message(json!({ "text": "HIDDENWORD", "from": { "id": 9, "is_bot": true, "first_name": "R" } })),
        ),
        (
            "message",
            message(
                json!({ "text": "HIDDENWORD", "via_bot": { "id": 9, "is_bot": true, "first_name": "R" } }),
            ),
        ),
        ("message", message(json!({ "some_new_kind_of_message": { "text": "HIDDENWORD" } }))),
        ("message", json!({ "text": "HIDDENWORD" })),
        ("message", json!("HIDDENWORD")),
        ("some_new_kind_of_update", json!({ "text": "HIDDENWORD" })),
        ("my_chat_member", json!({ "text": "HIDDENWORD" })),
        ("callback_query", json!({ "id": 7, "data": "HIDDENWORD" })),
    ] {
        lab.telegram.push(kind, &content);
    }
    lab.ask(ANN, "en", "/help");
    let sent = lab.telegram.made("sendMessage");
    assert_eq!(sent.len(), 1, "{sent:#?}");
    lab.stop(&["HIDDENWORD"]);
}

#[test]
fn any_text_gets_one_sound_answer() {
    let lab = Lab::start();
    let noise: String = (0..4_096_u32).map(|n| char::from_u32(33 + n * 7 % 90).expect("ASCII")).collect();
    let deep = "<b>".repeat(1_000);
    for text in [
        "?",
        "!!!",
        "😀😀",
        "\u{200b}\u{200f}\u{202e}",
        "\u{0}",
        "   ",
        "/",
        "//",
        "/ HIDDENWORD",
        "/ķīna HIDDENWORD",
        "<b>HIDDENWORD</b> & <a href=\"x\">",
        "*HIDDENWORD* _x_ [a](b) `c`",
        "{ $x } { -subject }",
        "&lt;",
        "1' OR '1",
        &noise,
        &deep,
        &"ж".repeat(4_096),
        &"😀".repeat(2_048),
        &"HIDDENWORD ".repeat(300),
    ] {
        let sent = lab.ask(ANN, "en", text);
        let reply = sent["text"].as_str().expect("text");
        assert!(!reply.trim().is_empty() && reply.encode_utf16().count() <= 4_096);
        assert_eq!(reply.matches("<b>").count(), reply.matches("</b>").count());
        assert_ne!(reply, wording("en", "trouble"));
    }
    assert_eq!(lab.sent(ANN).len(), 20, "each is answered once");
    lab.stop(&["HIDDENWORD", &noise[..40], "жжж"]);
}

#[test]
fn forwarded_posts_and_captions_are_read_like_text() {
    let lab = Lab::start();
    let help = lab.ask(ANN, "en", "/help")["text"].clone();
    let origin = json!({ "type": "hidden_user", "date": 1, "sender_user_name": "B" });
    let forwarded = lab.private(ANN, "en", &json!({ "text": "/help", "forward_origin": origin }));
    assert_eq!(lab.reply_to(forwarded)["text"], help);
    let captioned = lab.private(ANN, "en", &json!({ "photo": [file()], "caption": "/help" }));
    assert_eq!(lab.reply_to(captioned)["text"], help);
    lab.stop(&[]);
}

#[test]
fn entities_that_do_not_fit_their_text_harm_nobody() {
    let lab = Lab::start();
    let text = format!("😀 @{USERNAME}");
    for (offset, length) in [(1, 3), (3, 900), (900, 1), (0, 0)] {
        let entities = json!([{ "type": "mention", "offset": offset, "length": length }]);
        lab.reply_to(lab.private(ANN, "en", &json!({ "text": text, "entities": entities })));
    }
    lab.stop(&[]);
}
