package dev.xiaoer.attachments;

class MemoryAttachmentRecordsTest extends AttachmentRecordsContract {

  @Override
  AttachmentRecords records() {
    return new MemoryAttachmentRecords();
  }
}
