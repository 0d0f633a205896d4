/* CKEditor would look for its files beside its own script, whose name carries a hash. */
window.CKEDITOR_BASEPATH = document.currentScript.dataset.base;
