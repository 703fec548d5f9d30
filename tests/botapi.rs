//! The strict Bot API server: scenarios in which the real binary must do nothing that Telegram would not like.

use std::io::Write;
use std::path::Path;
use std::process::Command;

#[test]
fn the_strict_server_has_no_complaint() {
    if std::env::var_os("TARIKH_TEST_BOTAPI").is_none() {
        // Past the capture of the test runner, so that a skipped test is seen to be one.
        let mut visible = std::io::stderr();
        let skipped =
            "skipped: the_strict_server_has_no_complaint needs TARIKH_TEST_BOTAPI, the server's folder";
        writeln!(visible, "{skipped}").expect("standard error");
        return;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/telegram_scenarios.py");
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let ended = Command::new(python)
        .arg(script)
        .arg(env!("CARGO_BIN_EXE_tarikh"))
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("python3 with aiohttp");
    let (said, wrong) = (String::from_utf8_lossy(&ended.stdout), String::from_utf8_lossy(&ended.stderr));
    assert!(ended.status.success(), "{said}{wrong}");
    write!(std::io::stderr(), "{said}").expect("standard error");
}
